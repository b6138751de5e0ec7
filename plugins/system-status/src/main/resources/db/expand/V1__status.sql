-- Texts are kept as written, with their language, and beside it what staff made of them in the portal's languages.

-- A status page that is followed, and the documents of it.
create table source (
    tenant_id text not null default current_setting('app.tenant'),
    id text not null,
    address text not null,
    since timestamptz not null,
    primary key (tenant_id, id)
);

create table feed (
    tenant_id text not null default current_setting('app.tenant'),
    id text not null,
    source_id text not null,
    ok_at timestamptz,
    missed_at timestamptz,
    problem text not null default '',
    digest text not null default '',
    as_of timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, source_id) references source on delete cascade
);

-- source_id is no reference: it is 'manual' for what staff wrote, and what a source that is no longer followed said is history.
create table component (
    tenant_id text not null default current_setting('app.tenant'),
    id text not null,
    source_id text not null,
    external_id text not null,
    name text not null,
    name_en text not null default '',
    name_es text not null default '',
    language text not null default '',
    region text not null default '',
    position int not null default 0,
    status text not null,
    told boolean not null default false,
    first_seen_at timestamptz not null,
    gone_at timestamptz,
    version bigint not null default 0,
    primary key (tenant_id, id)
);

create table component_interval (
    tenant_id text not null default current_setting('app.tenant'),
    component_id text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    status text not null,
    primary key (tenant_id, component_id, started_at),
    foreign key (tenant_id, component_id) references component on delete cascade
);

create table incident (
    tenant_id text not null default current_setting('app.tenant'),
    id text not null,
    source_id text not null,
    maintenance boolean not null,
    title text not null,
    title_en text not null default '',
    title_es text not null default '',
    language text not null default '',
    impact text not null,
    phase text not null,
    started_at timestamptz not null,
    scheduled_for timestamptz,
    scheduled_until timestamptz,
    updated_at timestamptz not null,
    ended_at timestamptz,
    ending text not null default '',
    version bigint not null default 0,
    primary key (tenant_id, id)
);
create index incident_open on incident (tenant_id, started_at) where ended_at is null;
create index incident_time on incident (tenant_id, maintenance, started_at desc);

create table incident_update (
    tenant_id text not null default current_setting('app.tenant'),
    incident_id text not null,
    id text not null,
    phase text not null,
    at timestamptz not null,
    body text not null,
    body_en text not null default '',
    body_es text not null default '',
    language text not null default '',
    primary key (tenant_id, incident_id, id),
    foreign key (tenant_id, incident_id) references incident on delete cascade
);

create table incident_component (
    tenant_id text not null default current_setting('app.tenant'),
    incident_id text not null,
    component_id text not null,
    status text not null,
    primary key (tenant_id, incident_id, component_id),
    foreign key (tenant_id, incident_id) references incident on delete cascade,
    foreign key (tenant_id, component_id) references component on delete cascade
);
create index incident_component_component on incident_component (tenant_id, component_id);

-- What is to be told, until the portal has taken it.
create table news (
    tenant_id text not null default current_setting('app.tenant'),
    id text not null,
    turn bigint not null generated always as identity,
    at timestamptz not null,
    kind text not null,
    incident_id text,
    update_id text,
    component_id text,
    status text,
    primary key (tenant_id, id),
    foreign key (tenant_id, incident_id) references incident on delete cascade,
    foreign key (tenant_id, component_id) references component on delete cascade
);
