-- Branding (J5): administrators of a tenant change its entry of the directory, and its own words for those of the portal
-- and of plugins.
alter table tenant
    add footer        jsonb  not null default '{}',
    add logo          text,
    add version       bigint not null default 0,
    add words_version bigint not null default 0;
comment on column tenant.footer is '{"texts": {"en": …}, "links": [{"href": …, "labels": {"en": …}}]}';
comment on column tenant.logo is 'SHA-256 of the image in tenant_logo.';
comment on column tenant.words_version is 'Changes with every change of tenant_word, so that nobody has to ask for them.';

-- The directory is read before anybody knows for whom; an entry is changed in work for its own tenant alone. The owner,
-- who sets tenants up, stands above it.
alter table tenant enable row level security;
create policy everybody_reads on tenant for select using (true);
create policy own_entry on tenant for update using (id = nullif(current_setting('app.tenant', true), ''));
grant update (host, name, summary, default_language, languages, brand, brand_ink, footer, logo, version, words_version)
    on tenant to portico;

create table tenant_logo (
    tenant_id  text  not null references tenant,
    sha256     text  not null,
    media_type text  not null,
    content    bytea not null,
    primary key (tenant_id, sha256)
);
alter table tenant_logo enable row level security;
alter table tenant_logo force row level security;
create policy tenant_wall on tenant_logo using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, delete on tenant_logo to portico;

-- A tenant's own words in place of the portal's or a plugin's.
create table tenant_word (
    tenant_id text not null references tenant,
    origin    text not null,
    key       text not null,
    language  text not null,
    pattern   text not null,
    primary key (tenant_id, origin, key, language)
);
comment on column tenant_word.origin is '"portal", or the id of a plugin.';
comment on column tenant_word.pattern is 'ICU MessageFormat, with arguments of the original only.';
alter table tenant_word enable row level security;
alter table tenant_word force row level security;
create policy tenant_wall on tenant_word using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on tenant_word to portico;
