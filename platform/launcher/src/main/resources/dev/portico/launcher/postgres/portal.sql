-- What the portal's database needs and only a superuser can give it. Running it again changes nothing.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists unaccent;
-- Behind row-level security PostgreSQL uses an index for LIKE, or on lower(email), only if what it calls is known to leak
-- nothing.
alter function pg_catalog.textlike(text, text) leakproof;
alter function pg_catalog.lower(text) leakproof;
