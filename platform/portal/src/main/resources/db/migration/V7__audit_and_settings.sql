-- Who did what as an administrator (J4). What concerns the whole platform belongs to the staff's own tenant, so that
-- every entry stands behind the one wall there is.
create table audit_entry (
    tenant_id     text             not null references tenant,
    id            text collate "C" not null,
    happened_at   timestamptz      not null,
    actor_realm   text             not null,
    actor_subject text             not null,
    actor_name    text             not null,
    actor_folded  text             not null,
    action        text             not null,
    object_id     text             not null,
    digest        text,
    changes       jsonb            not null,
    request_id    text             not null,
    primary key (tenant_id, id)
);
comment on column audit_entry.changes is 'List of {"field", "from", "to"}; never a secret.';
create index audit_entry_newest on audit_entry (tenant_id, happened_at desc, id desc);
create index audit_entry_action on audit_entry (tenant_id, action, happened_at desc, id desc);

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy tenant_wall on audit_entry using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert on audit_entry to portico;

-- The owner, too, only adds.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is never changed, only added to', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_stays before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();

-- Secrets stand apart from the settings: {"id": {"sealed": "…", "since": version}}.
alter table tenant_plugin
    add secrets          jsonb  not null default '{}',
    add settings_version bigint not null default 0;

-- What the settings of a tenant's plugin were, version by version. Of a secret only since when it is what it is.
create table plugin_settings_version (
    tenant_id     text   not null,
    plugin_id     text   not null,
    version       bigint not null,
    settings      jsonb  not null,
    secrets       jsonb  not null default '{}',
    -- Nothing for what an installation was set up with.
    changed_at    timestamptz,
    actor_subject text   not null,
    actor_name    text   not null,
    restored      bigint,
    primary key (tenant_id, plugin_id, version),
    -- Checked at commit: the persistence unit knows of no relation, so it may write a version before its plugin.
    foreign key (tenant_id, plugin_id) references tenant_plugin (tenant_id, plugin_id) deferrable initially deferred
);
comment on column plugin_settings_version.secrets is 'Version of the settings with which each secret came, by id.';
alter table plugin_settings_version enable row level security;
alter table plugin_settings_version force row level security;
create policy tenant_wall on plugin_settings_version using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, delete on plugin_settings_version to portico;
