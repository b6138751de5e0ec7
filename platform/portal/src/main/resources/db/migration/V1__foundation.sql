-- Every table of a tenant's content carries the tenant in its keys and stands behind forced row-level security.
-- The owner runs this file; the portal's own role owns nothing and sees no row until app.tenant is set.

create table tenant (
    id               text primary key check (id ~ '^[a-z][a-z0-9-]{1,39}$'),
    staff            boolean not null default false,
    position         int     not null,
    host             text    unique,
    name             jsonb   not null,
    summary          jsonb   not null,
    default_language text    not null,
    languages        text    not null default 'en,es',
    zone             text    not null,
    brand            text    not null,
    brand_ink        text    not null,
    max_file_bytes   bigint  not null default 25000000 check (max_file_bytes > 0),
    max_files        int     not null default 20 check (max_files > 0)
);
comment on table tenant is 'Directory of the tenants; holds no content of theirs.';

create table tenant_plugin (
    tenant_id text    not null references tenant,
    plugin_id text    not null,
    enabled   boolean not null default true,
    settings  jsonb   not null default '{}',
    primary key (tenant_id, plugin_id)
);

create table organization (
    tenant_id text not null references tenant,
    id        text not null,
    name      text not null,
    primary key (tenant_id, id)
);

create table account (
    tenant_id       text        not null references tenant,
    subject         text        not null,
    name            text        not null,
    email           text        not null,
    organization_id text,
    language        text        not null,
    format_locale   text        not null,
    zone            text        not null,
    notify          boolean     not null default true,
    created_at      timestamptz not null,
    seen_at         timestamptz not null,
    version         bigint      not null,
    primary key (tenant_id, subject),
    foreign key (tenant_id, organization_id) references organization (tenant_id, id)
);

create table ticket (
    tenant_id          text        not null references tenant,
    number             bigint      not null,
    type               text        not null,
    subject            text        not null,
    subject_folded     text        not null,
    status             text        not null,
    category           text        not null,
    open               boolean     not null,
    severity           text        not null,
    severity_rank      int         not null,
    urgent             boolean     not null default false,
    urgent_phrase      text,
    product            text,
    attributes         jsonb       not null default '{}',
    language           text        not null,
    channel            text        not null,
    requester_subject  text        not null,
    requester_name     text        not null,
    organization_id    text,
    assignee_subject   text,
    assignee_name      text,
    assignee_email     text,
    assignee_language  text,
    follows            bigint,
    submission_key     text,
    submission_digest  text,
    last_position      int         not null default 0,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    closed_at          timestamptz,
    version            bigint      not null,
    primary key (tenant_id, number),
    unique (tenant_id, requester_subject, submission_key),
    foreign key (tenant_id, requester_subject) references account (tenant_id, subject),
    foreign key (tenant_id, organization_id) references organization (tenant_id, id),
    foreign key (tenant_id, follows) references ticket (tenant_id, number)
);
-- One index for each order in which a requester's list can be read, with and without the open/closed filter.
create index ticket_own_updated  on ticket (tenant_id, requester_subject, updated_at desc, number desc);
create index ticket_own_open_updated on ticket (tenant_id, requester_subject, open, updated_at desc, number desc);
create index ticket_own_number   on ticket (tenant_id, requester_subject, number desc);
create index ticket_own_open_number on ticket (tenant_id, requester_subject, open, number desc);
create index ticket_own_severity on ticket (tenant_id, requester_subject, severity_rank, updated_at desc, number desc);
create index ticket_own_open_severity on ticket (tenant_id, requester_subject, open, severity_rank, updated_at desc, number desc);
create index ticket_queue        on ticket (tenant_id, open, severity_rank, updated_at, number);
create index ticket_queue_updated on ticket (tenant_id, open, updated_at desc, number desc);
create index ticket_queue_all on ticket (tenant_id, severity_rank, updated_at, number);
create index ticket_queue_all_updated on ticket (tenant_id, updated_at desc, number desc);
create index ticket_queue_assignee on ticket (tenant_id, assignee_subject, open, severity_rank, updated_at, number);
create index ticket_queue_assignee_updated on ticket (tenant_id, assignee_subject, open, updated_at desc, number desc);
create index ticket_follows on ticket (tenant_id, follows) where follows is not null;
-- Tenant and requester are in the index: a search reads no other tenant's matches. PostgreSQL uses it behind row-level
-- security because the database was set up with a leak-proof textlike().
create index ticket_search on ticket using gin (tenant_id, requester_subject, subject_folded gin_trgm_ops);

-- Everything that happened to a ticket, in order: the conversation, and the events that clocks are computed from.
create table ticket_entry (
    tenant_id      text        not null,
    ticket_number  bigint      not null,
    position       int         not null,
    kind           text        not null,
    internal       boolean     not null default false,
    author_role    text        not null,
    author_subject text,
    author_name    text        not null,
    text           text        not null default '',
    old_value      text,
    new_value      text,
    submission_key text,
    created_at     timestamptz not null,
    primary key (tenant_id, ticket_number, position),
    unique (tenant_id, ticket_number, submission_key),
    foreign key (tenant_id, ticket_number) references ticket (tenant_id, number)
);

create table attachment (
    tenant_id     text        not null references tenant,
    id            text        not null,
    owner_subject text        not null,
    draft_form    text,
    ticket_number bigint,
    internal      boolean     not null default false,
    name          text        not null,
    media_type    text        not null,
    size          bigint      not null,
    sha256        text        not null,
    created_at    timestamptz not null,
    uploader_name text        not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, ticket_number) references ticket (tenant_id, number),
    check ((draft_form is null) <> (ticket_number is null))
);
create index attachment_ticket on attachment (tenant_id, ticket_number, created_at) where ticket_number is not null;
create index attachment_draft on attachment (tenant_id, owner_subject, draft_form) where draft_form is not null;

create table draft (
    tenant_id     text        not null references tenant,
    owner_subject text        not null,
    form          text        not null,
    content       jsonb       not null,
    updated_at    timestamptz not null,
    primary key (tenant_id, owner_subject, form)
);

create table mail (
    tenant_id            text        not null references tenant,
    id                   text        not null,
    ticket_number        bigint,
    visible_to_requester boolean     not null,
    sender               text        not null,
    sender_name          text        not null,
    recipient            text        not null,
    recipient_name       text        not null,
    language             text        not null,
    subject              text        not null,
    text                 text        not null,
    html                 text        not null,
    message_id           text        not null,
    thread               text        not null default '',
    reply_to             text        not null,
    state                text        not null,
    attempts             int         not null default 0,
    next_attempt_at      timestamptz,
    last_error           text,
    created_at           timestamptz not null,
    sent_at              timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, message_id),
    -- Checked at commit: the persistence unit knows of no relation, so it may write a mail before its new ticket.
    foreign key (tenant_id, ticket_number) references ticket (tenant_id, number) deferrable initially deferred
);
create index mail_due on mail (tenant_id, next_attempt_at) where state = 'QUEUED';
create index mail_dead on mail (tenant_id, created_at desc) where state = 'DEAD';
create index mail_ticket on mail (tenant_id, ticket_number, created_at) where ticket_number is not null;

-- Totals are kept, not counted: a list reads as many rows as it shows, with ten tickets or a million.
create table ticket_tally (
    tenant_id         text   not null references tenant,
    requester_subject text   not null,
    open_count        bigint not null default 0,
    closed_count      bigint not null default 0,
    primary key (tenant_id, requester_subject)
);

create function keep_ticket_tally() returns trigger language plpgsql as $$
begin
    insert into ticket_tally as tally (tenant_id, requester_subject, open_count, closed_count)
    values (new.tenant_id, new.requester_subject, 0, 0)
    on conflict (tenant_id, requester_subject) do nothing;
    update ticket_tally set
        open_count   = open_count   + new.open::int       - (case when tg_op = 'UPDATE' then old.open::int else 0 end),
        closed_count = closed_count + (not new.open)::int - (case when tg_op = 'UPDATE' then (not old.open)::int else 0 end)
    where tenant_id = new.tenant_id and requester_subject = new.requester_subject;
    return null;
end $$;
create trigger ticket_tally_insert after insert on ticket for each row execute function keep_ticket_tally();
create trigger ticket_tally_update after update of open on ticket
    for each row when (old.open is distinct from new.open) execute function keep_ticket_tally();

-- A sequence a tenant: numbers reveal nothing of other tenants, and creating tickets takes no lock.
create function create_ticket_sequence() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    execute format('create sequence public.%I start 1001', 'ticket_number_' || new.id);
    return null;
end $$;
create trigger tenant_ticket_sequence after insert on tenant for each row execute function create_ticket_sequence();

create function next_ticket_number() returns bigint language sql security definer set search_path = pg_catalog, public as $$
    select nextval(format('public.%I', 'ticket_number_' || current_setting('app.tenant'))::regclass)
$$;

do $$
declare
    name text;
begin
    for name in select c.table_name from information_schema.columns c
                where c.table_schema = 'public' and c.column_name = 'tenant_id' loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy tenant_wall on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), ''''))', name);
        execute format('grant select, insert, update, delete on %I to portico', name);
    end loop;
end $$;
grant select on tenant to portico;
revoke all on function next_ticket_number() from public;
grant execute on function next_ticket_number() to portico;
