-- Who tells Keycloak of an account at the moment; of one that died over it others take it over after that.
alter table account add realm_claimed_until timestamptz;

-- How far the portal has followed what happens in a tenant's realm, and whether the realm answers.
create table realm_watch (
    tenant_id     text        primary key references tenant,
    -- Changes before that have been heeded.
    seen_until    timestamptz not null,
    -- When the last look at every account was complete.
    walked_at     timestamptz,
    -- Keycloak's id of the account at which the present look goes on.
    walked_to     text        not null default '',
    next_at       timestamptz not null,
    claim         uuid,
    claimed_until timestamptz,
    -- Since when Keycloak does not answer; nothing while it does.
    silent_since  timestamptz,
    problem       text
);
alter table realm_watch enable row level security;
alter table realm_watch force row level security;
create policy tenant_wall on realm_watch using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on realm_watch to portico;
