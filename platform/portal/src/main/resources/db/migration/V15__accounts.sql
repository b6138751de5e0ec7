-- The portal's record of a person stands by itself: it is there before Keycloak has the account and stays when that goes.
alter table account
    -- Keycloak's id; nothing until Keycloak has the person.
    add realm_subject     text,
    -- What Keycloak called an account that is gone there: who is logged in with it stays out.
    add former_realm_subject text,
    add given_name        text        not null default '',
    add family_name       text        not null default '',
    add search_folded     text        not null default '',
    -- What the person may do in the tenant (B10).
    add authorized        boolean     not null default true,
    add contact_manager   boolean     not null default false,
    add sees_organization boolean     not null default false,
    add enabled           boolean     not null default true,
    -- When somebody here last let the person in again.
    add enabled_at        timestamptz,
    -- Logins and tokens from before count no longer.
    add ended_at          timestamptz,
    add invited_at        timestamptz,
    -- Of the first login, or of the invitation's acceptance.
    add joined_at         timestamptz,
    -- When Keycloak is next told what it does not know; nothing where it knows all.
    add realm_due         timestamptz,
    add realm_told_at     timestamptz,
    add realm_attempts    int         not null default 0,
    add realm_problem     text,
    alter column seen_at drop not null,
    add unique (tenant_id, realm_subject);

-- As the owner, whom the wall holds off as well.
alter table account no force row level security;
update account set
    realm_subject = case when claimed then subject end,
    seen_at = case when claimed then seen_at end,
    joined_at = case when claimed then created_at end,
    -- The portal folds more away when the person is next heard of.
    search_folded = translate(lower(name || ' ' || email), 'áéíóúüñàèìòùâêîôûäëïöç', 'aeiouunaeiouaeiouaeioc');
alter table account force row level security;
alter table account drop column claimed;

create index account_former on account (tenant_id, former_realm_subject) where former_realm_subject is not null;
create index account_due on account (tenant_id, realm_due) where realm_due is not null;
create index account_name on account (tenant_id, name, subject);
create index account_search on account using gin (tenant_id, search_folded gin_trgm_ops);

alter table organization
    add name_folded text        not null default '',
    add plan        text        not null default 'STANDARD',
    -- Telephone number for emergencies, of enterprise organizations (B11).
    add hotline     text,
    -- Ids of the desks' products, separated by commas.
    add products    text        not null default '',
    -- Whether its people see each other's tickets unless somebody says otherwise of one.
    add shares      boolean     not null default false,
    add created_at  timestamptz not null default now(),
    add version     bigint      not null default 0;
alter table organization no force row level security;
update organization set name_folded = translate(lower(name), 'áéíóúüñàèìòùâêîôûäëïöç', 'aeiouunaeiouaeiouaeioc');
alter table organization force row level security;
create index organization_name on organization (tenant_id, name, id);
create index organization_search on organization using gin (tenant_id, name_folded gin_trgm_ops);

-- Addresses at a domain are an organization's people; a domain is one organization's.
create table organization_domain (
    tenant_id       text not null references tenant,
    domain          text not null,
    organization_id text not null,
    primary key (tenant_id, domain),
    foreign key (tenant_id, organization_id) references organization (tenant_id, id)
);
comment on column organization_domain.domain is 'In lower case, as ASCII (punycode).';
create index organization_domain_organization on organization_domain (tenant_id, organization_id);
alter table organization_domain enable row level security;
alter table organization_domain force row level security;
create policy tenant_wall on organization_domain using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on organization_domain to portico;
