-- What has run of the migrations that plugins bring for their own tables. Read and written by the owner alone.
create table plugin_migration (
    plugin_id  text        not null,
    phase      text        not null check (phase in ('expand', 'contract')),
    version    int         not null,
    name       text        not null,
    checksum   text        not null,
    applied_at timestamptz not null default now(),
    primary key (plugin_id, phase, version)
);
comment on table plugin_migration is 'Of the installation; holds no content of a tenant.';
