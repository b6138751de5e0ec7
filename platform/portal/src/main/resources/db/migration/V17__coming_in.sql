-- How a person comes in: terms, invitations, registration (G2, C2).
alter table tenant
    add self_registration boolean not null default false,
    add company_domains   boolean not null default false;
comment on column tenant.self_registration is 'Whether anybody may register. Set up with the tenant: the portal''s own role cannot switch it.';
comment on column tenant.company_domains is 'Whether only people of known organizations may, by the domains of their addresses.';

-- By what name others know a person who has registered.
alter table account
    add display_name     text,
    add display_capitals text,
    add display_small    text,
    add unique (tenant_id, display_capitals),
    add unique (tenant_id, display_small);
comment on column account.display_capitals is 'The same for all names that look alike in capitals.';
comment on column account.display_small is 'The same for all names that look alike in small letters.';

create table terms (
    tenant_id    text        not null references tenant,
    version      int         not null,
    texts        text        not null,
    published_at timestamptz not null,
    published_by text        not null,
    primary key (tenant_id, version)
);
comment on column terms.texts is '{"en": …, "es": …} in Markdown. What somebody has accepted is never changed.';

create table terms_acceptance (
    tenant_id   text        not null references tenant,
    subject     text        not null,
    version     int         not null,
    accepted_at timestamptz not null,
    primary key (tenant_id, subject, version),
    foreign key (tenant_id, subject) references account (tenant_id, subject) on delete cascade,
    foreign key (tenant_id, version) references terms (tenant_id, version)
);

create table invitation (
    tenant_id     text        not null references tenant,
    id            text        not null,
    subject       text        not null,
    email         text        not null,
    token_hash    text        not null,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    used_at       timestamptz,
    ended_at      timestamptz,
    working_until timestamptz,
    version       bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, subject) references account (tenant_id, subject) on delete cascade
);
comment on column invitation.email is 'Where it was sent; it proves no other address.';
comment on column invitation.token_hash is 'SHA-256 of what only the person has been sent.';
comment on column invitation.ended_at is 'When a later one took its place.';
comment on column invitation.working_until is 'Somebody is accepting it, and nobody else can before then.';
create index invitation_subject on invitation (tenant_id, subject, created_at desc);
create index invitation_expires on invitation (tenant_id, expires_at);

create table registration (
    tenant_id     text        not null references tenant,
    id            text        not null,
    subject       text        not null,
    token_hash    text        not null,
    given_name    text        not null,
    family_name   text        not null,
    email         text        not null,
    display_name  text        not null,
    display_capitals text     not null,
    display_small text        not null,
    language      text        not null,
    zone          text        not null,
    terms_version int,
    return_to     text        not null,
    created_at    timestamptz not null,
    -- Null until it has been decided which mail goes to the address.
    mailed_at     timestamptz,
    used_at       timestamptz,
    working_until timestamptz,
    version       bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash)
);
comment on column registration.subject is 'Key of the account that it becomes.';
comment on column registration.token_hash is 'SHA-256 of what only the owner of the address is sent; it is made when the mail is.';
create index registration_unmailed on registration (tenant_id, created_at) where mailed_at is null;
create index registration_created on registration (tenant_id, created_at);
create index registration_email on registration (tenant_id, lower(email), created_at);
create index registration_capitals on registration (tenant_id, display_capitals, created_at);
create index registration_small on registration (tenant_id, display_small, created_at);

alter table terms enable row level security;
alter table terms force row level security;
create policy tenant_wall on terms using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert on terms to portico;
alter table terms_acceptance enable row level security;
alter table terms_acceptance force row level security;
create policy tenant_wall on terms_acceptance using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert on terms_acceptance to portico;
alter table invitation enable row level security;
alter table invitation force row level security;
create policy tenant_wall on invitation using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on invitation to portico;
alter table registration enable row level security;
alter table registration force row level security;
create policy tenant_wall on registration using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on registration to portico;
