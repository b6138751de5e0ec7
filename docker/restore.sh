#!/bin/sh
# Fills an empty stack from a backup of backup.sh: the portal and Keycloak are stopped, their databases and the folder of
# attachments are empty, the roles exist (docker/database.sh makes them) and the secrets are those of then.
#
#   PORTICO_DB_OWNER_PASSWORD_FILE=… KEYCLOAK_DB_PASSWORD_FILE=… PGHOST=… ./restore.sh FOLDER/portico-<time>
#
# Nobody gets a mail twice: what waited to be sent when the backup was made may have gone out since, so it is kept aside
# among the unsent mails. Everybody has to log in again. New tickets get numbers that the backup cannot have missed.
set -eu
umask 077
export LC_ALL=C

backup=${1:?The backup is missing}
attachments=${PORTICO_ATTACHMENTS_DIR:-/var/lib/portico/attachments}
portal=${PORTICO_DATABASE:-portico}
keycloak=${KEYCLOAK_DATABASE:-keycloak}
owner=${PORTICO_DB_OWNER_USER:-portico_owner}
role=${PORTICO_DB_USER:-portico}
keeper=${KEYCLOAK_DB_USER:-keycloak}
gap=${PORTICO_NUMBER_GAP:-1000}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

refuse() {
    echo "Nothing was restored. $*" >&2
    exit 1
}

password() {
    [ -z "$2" ] || printf '*:*:*:%s:%s\n' "$1" "$(sed 's/[\\:]/\\&/g' "$2")"
}

if [ -n "${PORTICO_DB_OWNER_PASSWORD_FILE:-}${KEYCLOAK_DB_PASSWORD_FILE:-}" ]; then
    export PGPASSFILE="$scratch/pgpass"
    {
        password "$owner" "${PORTICO_DB_OWNER_PASSWORD_FILE:-}"
        password "$keeper" "${KEYCLOAK_DB_PASSWORD_FILE:-}"
    } > "$PGPASSFILE"
fi

sql() {
    user=$1 database=$2
    shift 2
    psql --no-psqlrc --no-password --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --username="$user" --dbname="$database" "$@"
}

# The backup is whole.
(cd "$backup" && sha256sum --check --quiet SHA256SUMS) || refuse "The backup is damaged."
if [ -s "$backup/faults.txt" ] && [ "${PORTICO_DESPITE_FAULTS:-}" != yes ]; then
    cat "$backup/faults.txt" >&2
    refuse "When the backup was made, these attachments were lost or damaged. PORTICO_DESPITE_FAULTS=yes restores the rest."
fi

# The place is empty.
[ -d "$attachments" ] || refuse "$attachments is no folder."
[ -z "$(find "$attachments" -mindepth 1 ! -name lost+found -print -quit)" ] || refuse "$attachments is not empty."
objects="select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')"
for place in "$owner $portal" "$keeper $keycloak"; do
    # shellcheck disable=SC2086 # two words
    found=$(sql $place --command="$objects") || refuse "The database is not reached: does the role of \"$place\" exist? docker/database.sh makes it."
    [ "$found" = 0 ] || refuse "The database of \"$place\" is not empty."
done
[ "$(sql "$owner" "$portal" --command="select count(*) from pg_roles where rolname = '$role'")" = 1 ] ||
    refuse "The role $role does not exist: docker/database.sh makes it."

# Files first: a portal never sees a row without its file. Should the database fail, they go again.
undo() {
    rm -rf "$scratch"
    cut -c 67- "$backup/attachments.sha256" | cut -d / -f 1 | sort -u | while read -r tenant; do
        rm -rf "${attachments:?}/${tenant:?}"
    done
    echo "Not restored. Make both databases anew before the next attempt, in case one was filled." >&2
}
trap undo EXIT
tar --extract --file="$backup/attachments.tar" --directory="$attachments"
cat "$backup/removed.txt" "$backup/faults.txt" | sort > "$scratch/absent"
awk 'FILENAME == ARGV[1] { absent[$0] = 1; next } !(substr($0, 67) in absent)' \
    "$scratch/absent" "$backup/attachments.sha256" > "$scratch/expected"
[ ! -s "$scratch/expected" ] || (cd "$attachments" && sha256sum --check --quiet --strict "$scratch/expected")

# What belongs to extensions is there already, and their owner is not ours.
script() {
    pg_restore --list "$1" | grep -v -E ' EXTENSION |pg_stat_statements' > "$scratch/list"
    pg_restore --no-owner --use-list="$scratch/list" --file=- "$1"
}

taken=$(basename "$backup")

# Each in one transaction, whose last line is missing when the dump cannot be read to its end.
keycloak_sql() {
    echo 'begin;'
    script "$backup/keycloak.dump"
    cat << END
-- Who was logged in then may have been locked out since.
delete from public.offline_client_session where offline_flag = '0';
delete from public.offline_user_session where offline_flag = '0';
commit;
END
}

portal_sql() {
    echo 'begin;'
    script "$backup/portico.dump"
    cat << END
set row_security = on;
set search_path = public, pg_catalog;
create temporary table absent (path text) on commit drop;
copy absent from stdin;
$(cat "$scratch/absent")
\\.
do \$\$
declare
    tenant text;
    numbers regclass;
begin
    for tenant in select id from public.tenant loop
        perform set_config('app.tenant', tenant, true);
        delete from attachment a using absent where path = a.tenant_id || '/' || left(a.id, 2) || '/' || a.id;
        update mail set state = 'DEAD', next_attempt_at = null, last_error =
            'Kept aside by a restore of $taken: it may have been sent since. / Apartado al restaurar $taken: puede que se haya enviado desde entonces.'
        where state = 'QUEUED';
        numbers := format('public.%I', 'ticket_number_' || tenant)::regclass;
        -- Customers have mails with numbers that the backup never saw.
        perform setval(numbers, nextval(numbers) + $gap);
    end loop;
end \$\$;
commit;
END
}

(keycloak_sql) | sql "$keeper" "$keycloak" > /dev/null
(portal_sql) | sql "$owner" "$portal" > /dev/null
for place in "$owner $portal" "$keeper $keycloak"; do
    # shellcheck disable=SC2086 # two words
    [ "$(sql $place --command="$objects")" != 0 ] || { echo "The dump of \"$place\" cannot be read to its end." >&2; exit 1; }
done
trap 'rm -rf "$scratch"' EXIT

# The walls stand again.
open=$(sql "$owner" "$portal" --command="select string_agg(c.relname, ' ') from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' where c.relkind in ('r', 'p')
    and (c.relnamespace = 'public'::regnamespace or c.relnamespace::regnamespace::text like 'plugin\_%')
    and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))")
[ -z "$open" ] || { echo "Do not start the portal: no row-level security on $open" >&2; exit 1; }
sql "$owner" "$portal" --command="analyze" 2> /dev/null
sql "$keeper" "$keycloak" --command="analyze" 2> /dev/null
echo "Restored $taken: $(wc -l < "$scratch/expected") attachments."
