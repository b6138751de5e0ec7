#!/bin/sh
# Writes one consistent backup of the portal while it runs: its database, its attachments, Keycloak's database. Without
# the secrets: keep those elsewhere. Needs PostgreSQL's client programs, at least as new as the server, and GNU tar.
#
#   PORTICO_BACKUP_PASSWORD_FILE=… PGHOST=… ./backup.sh FOLDER
#
# makes FOLDER/portico-<time>. Ends with 0; with 2 where files of attachments are lost or damaged, which faults.txt of the
# backup names; with anything else when there is no backup. docker/README.md says more.
set -eu
umask 077
export LC_ALL=C

target=${1:?FOLDER is missing}
attachments=${PORTICO_ATTACHMENTS_DIR:-/var/lib/portico/attachments}
export PGUSER="${PGUSER:-portico_backup}"
name=portico-$(date -u +%Y%m%dT%H%M%SZ)
draft=$target/$name.partial
scratch=$(mktemp -d)
trap 'rm -rf "$scratch" "$draft"' EXIT

if [ -n "${PORTICO_BACKUP_PASSWORD_FILE:-}" ]; then
    export PGPASSFILE="$scratch/pgpass"
    printf '*:*:*:*:%s\n' "$(sed 's/[\\:]/\\&/g' "$PORTICO_BACKUP_PASSWORD_FILE")" > "$PGPASSFILE"
fi

[ -d "$attachments" ] || { echo "$attachments is no folder" >&2; exit 1; }
mkdir -p "$target"
mkdir "$draft"

# The order matters. A file is on the disk before its row is committed, so every row of the dump had its file when the
# dump began. Accounts come before their tickets, so Keycloak's dump, taken later, has the accounts of all tickets.
pg_dump --no-password --format=custom --file="$draft/portico.dump" "${PORTICO_DATABASE:-portico}"
pg_dump --no-password --format=custom --file="$draft/keycloak.dump" "${KEYCLOAK_DATABASE:-keycloak}"

# The rows of the dump itself, as sha256sum writes them: digest, two blanks, path.
pg_restore --data-only --schema=public --table=attachment --file=- "$draft/portico.dump" | awk -F '\t' '
    /^COPY public\.attachment \(/ {
        columns = $0; sub(/^[^(]*\(/, "", columns); sub(/\).*/, "", columns)
        n = split(columns, names, /, */)
        for (i = 1; i <= n; i++) at[names[i]] = i
        rows = 1; next
    }
    /^\\\.$/ { rows = 0 }
    rows { print $at["sha256"] "  " $at["tenant_id"] "/" substr($at["id"], 1, 2) "/" $at["id"] }
' | sort > "$draft/attachments.sha256"

# A file may vanish meanwhile: tar says so and goes on.
cut -c 67- "$draft/attachments.sha256" > "$scratch/paths"
tar --create --file="$draft/attachments.tar" --directory="$attachments" --ignore-failed-read --no-recursion \
    --files-from="$scratch/paths" 2> "$scratch/tar.err" || { cat "$scratch/tar.err" >&2; exit 1; }

# What the archive holds, read back.
tar --extract --file="$draft/attachments.tar" \
    --to-command='printf "%s  %s\n" "$(sha256sum | cut -c 1-64)" "$TAR_FILENAME"' | sort > "$scratch/kept"
comm -23 "$draft/attachments.sha256" "$scratch/kept" > "$scratch/unlike"

# A file goes only after its row is gone: where the row is gone by now, somebody removed a draft, and restore.sh leaves
# the row out. Where the row still stands, the file is lost or damaged.
: > "$draft/removed.txt"
: > "$draft/faults.txt"
if [ -s "$scratch/unlike" ]; then
    psql --no-psqlrc --no-password --quiet --tuples-only --no-align --dbname="${PORTICO_DATABASE:-portico}" \
        --command="select tenant_id || '/' || left(id, 2) || '/' || id from public.attachment" | sort > "$scratch/rows"
    cut -c 67- "$scratch/unlike" | sort > "$scratch/suspects"
    comm -23 "$scratch/suspects" "$scratch/rows" > "$draft/removed.txt"
    comm -12 "$scratch/suspects" "$scratch/rows" > "$draft/faults.txt"
fi

(cd "$draft" && sha256sum portico.dump keycloak.dump attachments.tar attachments.sha256 removed.txt faults.txt > SHA256SUMS)
sync "$draft"/* "$draft"
mv "$draft" "$target/$name"
echo "$target/$name"
if [ -s "$target/$name/faults.txt" ]; then
    echo "These attachments are lost or damaged, the rest is kept:" >&2
    cat "$target/$name/faults.txt" >&2
    exit 2
fi
