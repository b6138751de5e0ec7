-- Whoever has not accepted the newest terms does so before anything else (C2, G2).
alter table tenant add terms_version int not null default 0;
comment on column tenant.terms_version is 'The newest; 0 where there are none.';
grant update (terms_version) on tenant to portico;
alter table account add terms_version int not null default 0;
comment on column account.terms_version is 'The newest that the person has accepted.';

-- As the owner, whom the wall holds off as well.
alter table terms no force row level security;
alter table terms_acceptance no force row level security;
alter table account no force row level security;
update tenant set terms_version = newest.version
    from (select tenant_id, max(version) as version from terms group by tenant_id) as newest
    where id = newest.tenant_id;
update account a set terms_version = newest.version
    from (select tenant_id, subject, max(version) as version from terms_acceptance group by tenant_id, subject) as newest
    where a.tenant_id = newest.tenant_id and a.subject = newest.subject;
alter table terms force row level security;
alter table terms_acceptance force row level security;
alter table account force row level security;

-- Another address of somebody who has come in already counts when that person has confirmed it (G2).
alter table account
    add new_email       text,
    add new_email_hash  text,
    add new_email_until timestamptz;
comment on column account.new_email_hash is 'SHA-256 of what only the owner of the new address is sent.';
