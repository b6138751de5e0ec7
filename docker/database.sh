#!/bin/sh
# Makes roles, databases and extensions in a new cluster, as a superuser. PostgreSQL's image runs it at its first start;
# elsewhere: PORTICO_SECRETS=docker/secrets PORTICO_SQL=platform/launcher/src/main/resources/dev/portico/launcher/postgres
# docker/database.sh, with PGHOST and the like.
set -eu
secrets=${PORTICO_SECRETS:-/run/secrets}
sql=${PORTICO_SQL:-/portico}

# By standard input: a command line shows.
{
    for role in portico_owner portico portico_backup keycloak; do
        printf "\\\\set %s '%s'\n" "$role" "$(sed "s/\\\\/&&/g; s/'/''/g" "$secrets/$role")"
    done
    cat "$sql/cluster.sql"
    printf '%s\n' '\connect portico'
    cat "$sql/portal.sql"
} | psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" --dbname=postgres
