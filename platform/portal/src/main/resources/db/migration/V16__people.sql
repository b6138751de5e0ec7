-- Lists of people and organizations, read from where the page before ended, however many there are (G2).
create index account_people              on account (tenant_id, search_folded, subject);
create index account_people_organization on account (tenant_id, organization_id, search_folded, subject);
create index account_people_absent       on account (tenant_id, search_folded, subject) where joined_at is null;
create index account_people_disabled     on account (tenant_id, search_folded, subject) where not enabled;
create index account_people_troubled     on account (tenant_id, search_folded, subject) where realm_problem is not null;
create index organization_folded         on organization (tenant_id, name_folded, id);

-- A file of people to be entered. Nothing of it happens before a CSM has seen what would (G2).
create table people_import (
    tenant_id         text        not null references tenant,
    id                text        not null,
    file_name         text        not null,
    state             text        not null,
    total             int         not null,
    passed            int         not null default 0,
    new_organizations boolean     not null default false,
    started_by        text        not null,
    created_at        timestamptz not null,
    version           bigint      not null,
    primary key (tenant_id, id)
);
comment on column people_import.total is 'Rows that were to be entered when it was looked at.';
create index people_import_running on people_import (tenant_id, created_at) where state = 'RUNNING';

create table people_import_row (
    tenant_id    text    not null references tenant,
    import_id    text    not null,
    line         bigint  not null,
    outcome      text    not null,
    given_name   text    not null,
    family_name  text    not null,
    email        text    not null,
    organization text    not null,
    language     text    not null,
    zone         text    not null,
    authorized   boolean not null,
    sees         boolean,
    manager      boolean not null,
    problems     text    not null,
    subject      text,
    primary key (tenant_id, import_id, line),
    foreign key (tenant_id, import_id) references people_import (tenant_id, id) on delete cascade
);
comment on column people_import_row.line is 'On which it stands in the file.';
comment on column people_import_row.problems is 'JSON of message keys with their arguments.';
comment on column people_import_row.subject is 'Of the account that it has become, or that was there before; that may be gone by now.';
create index people_import_row_open on people_import_row (tenant_id, import_id, line)
    where outcome in ('NEW', 'NEW_ORGANIZATION');

alter table people_import enable row level security;
alter table people_import force row level security;
alter table people_import_row enable row level security;
alter table people_import_row force row level security;
create policy tenant_wall on people_import using (tenant_id = nullif(current_setting('app.tenant', true), ''));
create policy tenant_wall on people_import_row using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on people_import, people_import_row to portico;
