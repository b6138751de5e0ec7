-- Who sees and answers whose tickets (B10), and what enterprise organizations may raise (B11).

-- Until then, the one sees and answers the other's tickets. It ends by itself: every question names the moment.
create table delegation (
    tenant_id    text        not null references tenant,
    from_subject text        not null,
    to_subject   text        not null,
    until        timestamptz not null,
    created_at   timestamptz not null,
    primary key (tenant_id, from_subject, to_subject),
    check (from_subject <> to_subject),
    foreign key (tenant_id, from_subject) references account (tenant_id, subject) on delete cascade,
    foreign key (tenant_id, to_subject) references account (tenant_id, subject) on delete cascade
);
create index delegation_to on delegation (tenant_id, to_subject, until);
alter table delegation enable row level security;
alter table delegation force row level security;
create policy tenant_wall on delegation using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on delegation to portico;

-- Whoever has been delegated nothing needs not be looked for in it.
alter table account add delegated_until timestamptz;
comment on column account.delegated_until is 'Nobody''s tickets are delegated to this person beyond then.';
create index account_colleagues on account (tenant_id, organization_id, name, subject) where organization_id is not null;

alter table ticket add escalated_at timestamptz;
comment on column ticket.escalated_at is 'Since when it is escalated; nothing where it is not, or no longer.';

-- One index for each order in which an organization's list can be read, as a requester's has.
create index ticket_company_updated on ticket (tenant_id, organization_id, archived, updated_at desc, number desc)
    where organization_id is not null;
create index ticket_company_open_updated on ticket (tenant_id, organization_id, archived, open, updated_at desc, number desc)
    where organization_id is not null;
create index ticket_company_number on ticket (tenant_id, organization_id, archived, number desc)
    where organization_id is not null;
create index ticket_company_open_number on ticket (tenant_id, organization_id, archived, open, number desc)
    where organization_id is not null;
create index ticket_company_severity on ticket
    (tenant_id, organization_id, archived, severity_rank, updated_at desc, number desc) where organization_id is not null;
create index ticket_company_open_severity on ticket
    (tenant_id, organization_id, archived, open, severity_rank, updated_at desc, number desc)
    where organization_id is not null;
-- A search reads no other organization's matches either.
drop index ticket_search;
create index ticket_search on ticket using gin (tenant_id, requester_subject, organization_id, subject_folded gin_trgm_ops)
    with (gin_pending_list_limit = 128);

-- A total by requester and organization: the sum is a requester's, or an organization's. Two people's tickets do not wait
-- for each other's total.
alter table ticket_tally
    add organization_id text not null default '',
    drop constraint ticket_tally_pkey,
    add primary key (tenant_id, requester_subject, organization_id);
comment on column ticket_tally.organization_id is 'Empty for tickets of none.';
create index ticket_tally_organization on ticket_tally (tenant_id, organization_id);

create or replace function keep_ticket_tally() returns trigger language plpgsql as $$
declare
    kept    boolean := case when tg_op = 'UPDATE' then old.requester_subject = new.requester_subject
        and old.organization_id is not distinct from new.organization_id else false end;
    opened  int := new.open::int - (case when kept then old.open::int else 0 end);
    closed  int := (not new.open and not new.archived)::int
        - (case when kept then (not old.open and not old.archived)::int else 0 end);
    shelved int := new.archived::int - (case when kept then old.archived::int else 0 end);
begin
    insert into ticket_tally as tally
        (tenant_id, requester_subject, organization_id, open_count, closed_count, archived_count)
    values (new.tenant_id, new.requester_subject, coalesce(new.organization_id, ''), opened, closed, shelved)
    on conflict (tenant_id, requester_subject, organization_id) do update set
        open_count     = tally.open_count     + excluded.open_count,
        closed_count   = tally.closed_count   + excluded.closed_count,
        archived_count = tally.archived_count + excluded.archived_count;
    if tg_op = 'UPDATE' and not kept then
        update ticket_tally set
            open_count     = open_count     - old.open::int,
            closed_count   = closed_count   - (not old.open and not old.archived)::int,
            archived_count = archived_count - old.archived::int
        where tenant_id = old.tenant_id and requester_subject = old.requester_subject
            and organization_id = coalesce(old.organization_id, '');
    end if;
    return null;
end $$;
drop trigger ticket_tally_update on ticket;
create constraint trigger ticket_tally_update after update of open, category, requester_subject, organization_id on ticket
    deferrable initially deferred for each row
    when (old.open is distinct from new.open or old.archived is distinct from new.archived
        or old.requester_subject is distinct from new.requester_subject
        or old.organization_id is distinct from new.organization_id)
    execute function keep_ticket_tally();

-- As the owner, whom the wall holds off as well.
alter table ticket no force row level security;
alter table ticket_tally no force row level security;
delete from ticket_tally;
insert into ticket_tally (tenant_id, requester_subject, organization_id, open_count, closed_count, archived_count)
select tenant_id, requester_subject, coalesce(organization_id, ''), count(*) filter (where open),
    count(*) filter (where not open and not archived), count(*) filter (where archived)
from ticket group by tenant_id, requester_subject, coalesce(organization_id, '');
alter table ticket_tally force row level security;
alter table ticket force row level security;
