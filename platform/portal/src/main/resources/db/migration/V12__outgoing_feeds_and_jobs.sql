-- Origins that the portal may talk to though they are neither https nor public (F1). No tenant's content: every part of
-- the portal may read it, and only work for the staff's own tenant may change it.
create table outgoing_origin (
    id                uuid        primary key,
    origin            text        not null unique check (origin ~ '^https?://[^/?#@ ]+$'),
    webhooks          boolean     not null default false,
    added_at          timestamptz not null,
    added_by_subject  text        not null,
    added_by          text        not null
);
comment on table outgoing_origin is 'Scheme, host and port that an administrator of the platform allowed; holds no content of tenants.';
comment on column outgoing_origin.webhooks is 'Whether webhooks may lead there too: anybody may name one, known to the portal or not.';

alter table outgoing_origin enable row level security;
alter table outgoing_origin force row level security;
create policy everybody_reads on outgoing_origin for select using (true);
create policy staff_adds on outgoing_origin for insert with check (current_setting('app.tenant', true) = 'staff');
create policy staff_removes on outgoing_origin for delete using (current_setting('app.tenant', true) = 'staff');
grant select, insert, delete on outgoing_origin to portico;

-- What a tenant's plugin wants to have fetched, and how it went (F1).
create table plugin_feed (
    tenant_id     text        not null,
    plugin_id     text        not null,
    feed_id       text        not null,
    address       text        not null,
    every_ms      bigint      not null,
    basis         text        not null,
    etag          text,
    last_modified text,
    next_at       timestamptz not null,
    claim         uuid,
    claimed_until timestamptz,
    failures      int         not null default 0,
    last_at       timestamptz,
    last_taken_at timestamptz,
    problem       text,
    detail        text,
    primary key (tenant_id, plugin_id, feed_id),
    foreign key (tenant_id, plugin_id) references tenant_plugin (tenant_id, plugin_id) on delete cascade
);
comment on column plugin_feed.basis is 'Version of the settings and of the plugin that wished for it: others read the document anew.';
comment on column plugin_feed.claim is 'Of the node that fetches it now; counts until claimed_until.';
comment on column plugin_feed.last_taken_at is 'When the plugin last had the current document: a new one, or word that it is the same.';
alter table plugin_feed enable row level security;
alter table plugin_feed force row level security;
create policy tenant_wall on plugin_feed using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on plugin_feed to portico;

-- When a tenant's plugin has its next turn in the background, and how the last one went (J3).
create table plugin_job (
    tenant_id     text        not null,
    plugin_id     text        not null,
    job_id        text        not null,
    next_at       timestamptz not null,
    claim         uuid,
    claimed_until timestamptz,
    last_at       timestamptz,
    problem       text,
    primary key (tenant_id, plugin_id, job_id),
    foreign key (tenant_id, plugin_id) references tenant_plugin (tenant_id, plugin_id) on delete cascade
);
alter table plugin_job enable row level security;
alter table plugin_job force row level security;
create policy tenant_wall on plugin_job using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on plugin_job to portico;
