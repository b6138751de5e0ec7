#!/bin/sh
# Makes the secrets that compose.yaml mounts, at random; those that exist stay as they are. Keep a copy apart from the
# backups: a restored portal needs the same ones.
set -eu
umask 077
folder=$(dirname "$0")/secrets
# Each container's user has to read its own, whoever that is; the folder keeps everybody else on this machine out.
mkdir -p "$folder"

make() {
    [ -e "$folder/$1" ] && return
    printf %s "$2" > "$folder/$1"
    chmod 444 "$folder/$1"
}

hexadecimal() {
    od -An -v -N24 -tx1 /dev/urandom | tr -d ' \n'
}

for name in postgres portico_owner portico portico_backup keycloak keycloak_admin keycloak_client keycloak_accounts; do
    make "$name" "$(hexadecimal)"
done
make portico_master_key "$(head -c 32 /dev/urandom | base64)"
