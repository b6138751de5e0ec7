-- What an organization has on the lists that a plugin declares: its environments, its applications.
create table organization_option (
    tenant_id       text not null references tenant,
    organization_id text not null,
    plugin_id       text not null,
    list            text not null,
    id              text not null,
    parent          text,
    label           text not null,
    position        int  not null default 0,
    primary key (tenant_id, organization_id, plugin_id, list, id),
    foreign key (tenant_id, organization_id) references organization (tenant_id, id)
);
comment on column organization_option.parent is 'Id on the list that the plugin declares as the parent of this one.';
alter table organization_option enable row level security;
alter table organization_option force row level security;
create policy tenant_wall on organization_option using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on organization_option to portico;

-- Who belongs to an organization.
create index account_organization on account (tenant_id, organization_id, name);
