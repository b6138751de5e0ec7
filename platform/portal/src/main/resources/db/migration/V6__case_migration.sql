-- Tickets of one desk become tickets of another, in another tenant (C4). Each wall holds its own side of it: here the
-- place that a ticket has moved to, there the place that it came from. Neither is a reference, since none crosses walls.
alter table ticket
    add origin_tenant    text,
    add origin_number    bigint,
    -- How many of the origin's entries have come along.
    add origin_position  int,
    add successor_tenant text,
    add successor_number bigint;
-- Once, however often a migration is run; and found by the old number.
create unique index ticket_origin on ticket (tenant_id, origin_number, origin_tenant) where origin_number is not null;
create index ticket_of_type on ticket (tenant_id, type, number);

-- Checked at commit: a ticket and the one that it follows up may arrive together, in any order.
alter table ticket alter constraint ticket_tenant_id_follows_fkey deferrable initially deferred;

create table ticket_migration (
    tenant_id     text        not null references tenant,
    id            text        not null,
    source_type   text        not null,
    target_tenant text        not null,
    target_type   text        not null,
    -- {"products": {"here": "there"}, "severities": {…}, "statuses": {…}}
    mapping       jsonb       not null,
    state         text        not null,
    -- Number of the last ticket that this pass has come to.
    reached       bigint      not null default 0,
    total         bigint      not null,
    moved         bigint      not null default 0,
    started_by    text        not null,
    created_at    timestamptz not null,
    ended_at      timestamptz,
    version       bigint      not null,
    primary key (tenant_id, id)
);
comment on table ticket_migration is 'Of the tenant that the tickets leave.';
create index ticket_migration_running on ticket_migration (tenant_id, created_at) where state = 'RUNNING';

-- What stays behind, and why.
create table ticket_migration_problem (
    tenant_id     text   not null,
    migration_id  text   not null,
    ticket_number bigint not null,
    code          text   not null,
    detail        text   not null,
    primary key (tenant_id, migration_id, ticket_number),
    foreign key (tenant_id, migration_id) references ticket_migration (tenant_id, id),
    foreign key (tenant_id, ticket_number) references ticket (tenant_id, number)
);

alter table ticket_migration enable row level security;
alter table ticket_migration force row level security;
create policy tenant_wall on ticket_migration using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on ticket_migration to portico;
alter table ticket_migration_problem enable row level security;
alter table ticket_migration_problem force row level security;
create policy tenant_wall on ticket_migration_problem using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on ticket_migration_problem to portico;

-- Whoever has tickets before the first login has an account that nobody has claimed yet; the login with the same,
-- verified address claims it.
alter table account
    add claimed        boolean not null default true,
    -- Whether the realm has seen that the address is this person's; nobody is known by one that it has not.
    add email_verified boolean not null default false;
create index account_email on account (tenant_id, lower(email));

-- A claimed account's tickets count for the one who claimed it.
create or replace function keep_ticket_tally() returns trigger language plpgsql as $$
declare
    kept    boolean := case when tg_op = 'UPDATE' then old.requester_subject = new.requester_subject else false end;
    opened  int := new.open::int - (case when kept then old.open::int else 0 end);
    closed  int := (not new.open and not new.archived)::int
        - (case when kept then (not old.open and not old.archived)::int else 0 end);
    shelved int := new.archived::int - (case when kept then old.archived::int else 0 end);
begin
    insert into ticket_tally as tally (tenant_id, requester_subject, open_count, closed_count, archived_count)
    values (new.tenant_id, new.requester_subject, opened, closed, shelved)
    on conflict (tenant_id, requester_subject) do update set
        open_count     = tally.open_count     + excluded.open_count,
        closed_count   = tally.closed_count   + excluded.closed_count,
        archived_count = tally.archived_count + excluded.archived_count;
    if tg_op = 'UPDATE' and not kept then
        update ticket_tally set
            open_count     = open_count     - old.open::int,
            closed_count   = closed_count   - (not old.open and not old.archived)::int,
            archived_count = archived_count - old.archived::int
        where tenant_id = old.tenant_id and requester_subject = old.requester_subject;
    end if;
    return null;
end $$;
drop trigger ticket_tally_update on ticket;
create constraint trigger ticket_tally_update after update of open, category, requester_subject on ticket
    deferrable initially deferred for each row
    when (old.open is distinct from new.open or old.archived is distinct from new.archived
        or old.requester_subject is distinct from new.requester_subject)
    execute function keep_ticket_tally();
