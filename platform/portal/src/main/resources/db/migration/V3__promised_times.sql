-- When a tenant's team works. A tenant without a row works Monday to Friday from nine to five, in its own zone.
create table business_calendar (
    tenant_id text  primary key references tenant,
    zone      text  not null,
    -- By day of the week: {"monday": ["09:00-13:00", "14:00-18:00"], …}; 24:00 is the end of the day.
    hours     jsonb not null,
    -- Country, and parts of it where they matter, of the holidays: us, es, de/by …
    holidays  text,
    -- Days off of the team's own.
    closed_on date[] not null default '{}'
);

-- What a worker and a list have to find of a ticket's promised times; all else is computed from the ticket's entries.
create table ticket_clock (
    tenant_id     text        not null,
    ticket_number bigint      not null,
    metric        text        not null,
    state         text        not null,
    due_at        timestamptz,
    -- When somebody has to be told next.
    look_at       timestamptz,
    warned_at     timestamptz,
    breached_at   timestamptz,
    -- Of the promise and the calendar: another one means that the times are computed anew.
    terms         text        not null,
    version       bigint      not null,
    primary key (tenant_id, ticket_number, metric),
    -- Checked at commit: the persistence unit knows of no relation, so it may write a clock before its new ticket.
    foreign key (tenant_id, ticket_number) references ticket (tenant_id, number) deferrable initially deferred
);
create index ticket_clock_look on ticket_clock (tenant_id, look_at, ticket_number) where look_at is not null;
create index ticket_clock_terms on ticket_clock (tenant_id, terms, ticket_number) where state in ('RUNNING', 'PAUSED');

-- The earliest of what is still owed, for the agents' order by time left.
alter table ticket add column due_at timestamptz;

alter table business_calendar enable row level security;
alter table business_calendar force row level security;
create policy tenant_wall on business_calendar using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on business_calendar to portico;
alter table ticket_clock enable row level security;
alter table ticket_clock force row level security;
create policy tenant_wall on ticket_clock using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on ticket_clock to portico;
