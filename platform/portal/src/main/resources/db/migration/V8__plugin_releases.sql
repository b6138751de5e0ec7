-- Which plugins run, on every node (J1). It concerns the whole platform, so it belongs to the staff's own tenant, behind
-- the one wall there is.

-- A plugin's jar as it was admitted. Never changed.
create table plugin_release (
    tenant_id text        not null references tenant,
    digest    text        not null check (digest ~ '^[0-9a-f]{64}$'),
    plugin_id text        not null,
    version   text        not null,
    origin    text        not null,
    -- The name under which its signer's key was pinned.
    publisher text,
    added_at  timestamptz not null,
    added_by  text        not null,
    primary key (tenant_id, digest)
);
create index plugin_release_newest on plugin_release (tenant_id, plugin_id, added_at desc, digest);

-- Apart, so that whoever lists releases does not read their bytes.
create table plugin_release_jar (
    tenant_id text  not null,
    digest    text  not null,
    jar       bytea not null,
    primary key (tenant_id, digest),
    foreign key (tenant_id, digest) references plugin_release (tenant_id, digest)
        on delete cascade deferrable initially deferred
);
-- A jar is compressed already.
alter table plugin_release_jar alter column jar set storage external;

-- What somebody decided about a plugin. Of one without a row the catalogue decides.
create table plugin_deployment (
    tenant_id       text        not null references tenant,
    plugin_id       text        not null,
    -- Nothing: it is not to run.
    wanted          text,
    -- Where a way back leads.
    previous        text,
    probation_until timestamptz,
    -- Nodes that have begun to start what is on probation and have not said yet how it went.
    starts          integer     not null default 0,
    -- What was taken back by itself, and why: list of {"key", "place", "arguments"}.
    failed          text,
    failed_at       timestamptz,
    failure         jsonb       not null default '[]',
    -- When the data of a plugin that was removed goes.
    purge_at        timestamptz,
    changed_at      timestamptz not null,
    changed_by      text        not null,
    version         bigint      not null,
    primary key (tenant_id, plugin_id),
    foreign key (tenant_id, wanted) references plugin_release (tenant_id, digest) deferrable initially deferred,
    foreign key (tenant_id, previous) references plugin_release (tenant_id, digest) deferrable initially deferred,
    foreign key (tenant_id, failed) references plugin_release (tenant_id, digest) deferrable initially deferred
);

-- What each node says of each plugin.
create table plugin_node (
    tenant_id text        not null references tenant,
    node      text        not null,
    plugin_id text        not null,
    -- What runs there; nothing where nothing does.
    digest    text,
    version   text,
    state     text        not null,
    problems  jsonb       not null default '[]',
    seen_at   timestamptz not null,
    primary key (tenant_id, node, plugin_id)
);

alter table plugin_release enable row level security;
alter table plugin_release force row level security;
create policy tenant_wall on plugin_release using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, delete on plugin_release to portico;

alter table plugin_release_jar enable row level security;
alter table plugin_release_jar force row level security;
create policy tenant_wall on plugin_release_jar using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, delete on plugin_release_jar to portico;

alter table plugin_deployment enable row level security;
alter table plugin_deployment force row level security;
create policy tenant_wall on plugin_deployment using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on plugin_deployment to portico;

alter table plugin_node enable row level security;
alter table plugin_node force row level security;
create policy tenant_wall on plugin_node using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on plugin_node to portico;
