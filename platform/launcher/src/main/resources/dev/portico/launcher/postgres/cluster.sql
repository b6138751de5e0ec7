-- Roles and databases, which only a superuser can make. The launcher runs this at every start and passes over what is
-- there already; docker/database.sh runs it once, in a new cluster. Passwords come in as variables of psql's kind.
-- The portal works as portico, which owns nothing and is bound by row-level security. A backup has to see every
-- tenant's rows, so portico_backup may pass it, but reads only. Plugins' own tables are made and changed as
-- portico_plugin_owner, which owns nothing but while it does so, and worked with as portico_plugin; nobody logs in as these.
create role portico_owner;
create role portico;
create role portico_backup;
create role portico_plugin_owner;
create role portico_plugin;
create role keycloak;
alter role portico_owner login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'portico_owner';
alter role portico login noinherit nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'portico';
alter role portico_backup login nosuperuser bypassrls nocreatedb nocreaterole noreplication password :'portico_backup';
alter role portico_backup set default_transaction_read_only = on;
alter role keycloak login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'keycloak';
alter role portico_plugin_owner nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
alter role portico_plugin nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
grant portico_plugin_owner to portico_owner;
grant portico_plugin to portico;
grant pg_read_all_data to portico_backup;
create database portico owner portico_owner;
create database keycloak owner keycloak;
revoke connect, temporary on database portico from public;
revoke connect, temporary on database keycloak from public;
grant connect on database portico to portico, portico_backup;
grant connect on database keycloak to portico_backup;
