-- The archive is a list of its own (D5): what is in it is neither open nor closed in the others.
alter table ticket
    add archived     boolean not null generated always as (category = 'ARCHIVED') stored,
    add status_since timestamptz not null default now();
comment on column ticket.status_since is 'Since when the ticket has been in its status; timed transitions count from here.';

-- Every list is either of the archive or of the rest, so every list's index begins with that.
drop index ticket_own_updated, ticket_own_open_updated, ticket_own_number, ticket_own_open_number, ticket_own_severity,
    ticket_own_open_severity, ticket_queue, ticket_queue_updated, ticket_queue_all, ticket_queue_all_updated,
    ticket_queue_assignee, ticket_queue_assignee_updated;
create index ticket_own_updated  on ticket (tenant_id, requester_subject, archived, updated_at desc, number desc);
create index ticket_own_open_updated on ticket (tenant_id, requester_subject, archived, open, updated_at desc, number desc);
create index ticket_own_number   on ticket (tenant_id, requester_subject, archived, number desc);
create index ticket_own_open_number on ticket (tenant_id, requester_subject, archived, open, number desc);
create index ticket_own_severity on ticket (tenant_id, requester_subject, archived, severity_rank, updated_at desc, number desc);
create index ticket_own_open_severity on ticket (tenant_id, requester_subject, archived, open, severity_rank, updated_at desc, number desc);
create index ticket_queue        on ticket (tenant_id, archived, open, severity_rank, updated_at, number);
create index ticket_queue_updated on ticket (tenant_id, archived, open, updated_at desc, number desc);
create index ticket_queue_all    on ticket (tenant_id, archived, severity_rank, updated_at, number);
create index ticket_queue_all_updated on ticket (tenant_id, archived, updated_at desc, number desc);
create index ticket_queue_assignee on ticket (tenant_id, assignee_subject, archived, open, severity_rank, updated_at, number);
create index ticket_queue_assignee_updated on ticket (tenant_id, assignee_subject, archived, open, updated_at desc, number desc);
create index ticket_queue_due    on ticket (tenant_id, archived, open, due_at, number);
create index ticket_queue_all_due on ticket (tenant_id, archived, due_at, number);
create index ticket_queue_assignee_due on ticket (tenant_id, assignee_subject, archived, open, due_at, number);
create index ticket_status_since on ticket (tenant_id, type, status, status_since);

alter table ticket_tally add archived_count bigint not null default 0;

create or replace function keep_ticket_tally() returns trigger language plpgsql as $$
declare
    opened  int := new.open::int - (case when tg_op = 'UPDATE' then old.open::int else 0 end);
    closed  int := (not new.open and not new.archived)::int
        - (case when tg_op = 'UPDATE' then (not old.open and not old.archived)::int else 0 end);
    shelved int := new.archived::int - (case when tg_op = 'UPDATE' then old.archived::int else 0 end);
begin
    insert into ticket_tally as tally (tenant_id, requester_subject, open_count, closed_count, archived_count)
    values (new.tenant_id, new.requester_subject, opened, closed, shelved)
    on conflict (tenant_id, requester_subject) do update set
        open_count     = tally.open_count     + excluded.open_count,
        closed_count   = tally.closed_count   + excluded.closed_count,
        archived_count = tally.archived_count + excluded.archived_count;
    return null;
end $$;
drop trigger ticket_tally_update on ticket;
create constraint trigger ticket_tally_update after update of open, category on ticket deferrable initially deferred
    for each row when (old.open is distinct from new.open or old.archived is distinct from new.archived)
    execute function keep_ticket_tally();

-- The owner sees only the rows of the tenant that is set, as everybody does.
do $$
declare
    id text;
begin
    for id in select tenant.id from tenant loop
        perform set_config('app.tenant', id, true);
        update ticket_tally as tally set
            closed_count = tally.closed_count - found.count, archived_count = found.count
        from (select requester_subject, count(*) as count from ticket where archived group by requester_subject) as found
        where found.requester_subject = tally.requester_subject;
        update ticket set status_since = coalesce(
            (select max(entry.created_at) from ticket_entry as entry
             where entry.tenant_id = ticket.tenant_id and entry.ticket_number = ticket.number and entry.kind = 'STATUS'),
            ticket.created_at);
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
