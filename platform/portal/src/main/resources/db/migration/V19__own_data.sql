-- Logins and tokens from before count no longer, and Keycloak has been asked about each: the one in which it was asked for stays.
alter table account
    add others_ended_at timestamptz,
    -- The person's data is on its way to them, and is not sent a second time before then.
    add exporting_until timestamptz,
    add erased_at       timestamptz;
comment on column account.erased_at is 'Since when nothing here says who it was.';

-- People ask for the deletion of what is kept about them, and the tenant's administrator decides.
create table data_request (
    tenant_id       text        not null references tenant,
    id              text        not null,
    subject         text        not null,
    reason          text        not null,
    state           text        not null check (state in ('WAITING', 'CANCELLED', 'REFUSED', 'ERASED', 'DONE')),
    asked_at        timestamptz not null,
    decided_at      timestamptz,
    answer          text        not null default '',
    attempts        int         not null default 0,
    next_attempt_at timestamptz,
    version         bigint      not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, subject) references account (tenant_id, subject) on delete cascade
);
comment on column data_request.state is 'ERASED: here nothing is left, and Keycloak has yet to delete the account.';
create unique index data_request_open on data_request (tenant_id, subject) where state in ('WAITING', 'ERASED');
create index data_request_state on data_request (tenant_id, state, asked_at);
create index data_request_latest on data_request (tenant_id, asked_at desc, id);
alter table data_request enable row level security;
alter table data_request force row level security;
create policy tenant_wall on data_request using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on data_request to portico;

-- What somebody has said and been sent, for their copy of it and for its end.
create index ticket_entry_author on ticket_entry (tenant_id, author_subject) where author_subject is not null;
create index mail_recipient on mail (tenant_id, lower(recipient), id);
