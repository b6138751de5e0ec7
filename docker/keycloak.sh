#!/bin/bash
# Starts Keycloak with the demonstration's realms. Secrets come from files and go into files: Keycloak reads its settings
# from one and the realms from others. A realm that exists already is left as it is.
set -eu
umask 077
home=${KEYCLOAK_HOME:-/opt/keycloak}
secrets=${KEYCLOAK_SECRETS:-/run/secrets}

mkdir -p "$home/data/import"
client=$(< "$secrets/keycloak_client")
accounts=$(< "$secrets/keycloak_accounts")
for realm in "${KEYCLOAK_REALMS:-$home/realms}"/*.json; do
    text=$(< "$realm")
    text=${text//@PORTICO_PUBLIC_URL@/$PORTICO_PUBLIC_URL}
    text=${text//@PORTICO_SMTP_HOST@/$PORTICO_SMTP_HOST}
    text=${text//@PORTICO_SMTP_PORT@/$PORTICO_SMTP_PORT}
    text=${text//@PORTICO_KEYCLOAK_CLIENT_SECRET@/$client}
    text=${text//@PORTICO_KEYCLOAK_ACCOUNTS_SECRET@/$accounts}
    printf '%s\n' "$text" > "$home/data/import/${realm##*/}"
done

cat > "$home/data/portico.conf" << END
db-url=$KEYCLOAK_DB_URL
db-username=keycloak
db-password=$(< "$secrets/keycloak")
bootstrap-admin-username=admin
bootstrap-admin-password=$(< "$secrets/keycloak_admin")
hostname=$PORTICO_KEYCLOAK_URL
http-enabled=true
http-port=${KEYCLOAK_PORT:-8180}
cache=local
END

export JAVA_OPTS_KC_HEAP="${JAVA_OPTS_KC_HEAP:--Xms64m -Xmx256m}"
exec "$home/bin/kc.sh" --config-file="$home/data/portico.conf" start --optimized --import-realm
