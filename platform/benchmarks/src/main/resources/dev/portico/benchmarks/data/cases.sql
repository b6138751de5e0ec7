-- Cases :first to :last of a tenant, the newest last. Every :large-th is the large customer's, every :small-th the small
-- one's, the rest are those of people who never logged in. Words come from hashes of the number: each run has the same.
create or replace function pg_temp.roll(n bigint, salt bigint, sides bigint) returns bigint immutable language sql
    return (hashint8extended(n, salt) & 9223372036854775807) % sides;
create or replace function pg_temp.pick(n bigint, salt bigint, words text[]) returns text immutable language sql
    return words[1 + (hashint8extended(n, salt) & 9223372036854775807) % array_length(words, 1)];

insert into account (tenant_id, subject, name, email, language, format_locale, zone, created_at, seen_at, version)
select ':tenant', 'stranger-' || i,
       pg_temp.pick(i, 1, '{Ada,Bruno,Carla,Darío,Elena,Felix,Gloria,Hugo,Irene,Jonas,Karen,Leo,Marta,Nora,Omar,Paula}'::text[])
       || ' ' || pg_temp.pick(i, 2, '{Abbott,Barrios,Castillo,Dawson,Estrada,Fischer,Gómez,Hughes,Ibáñez,Jensen,Klein,López,Moore,Núñez}'::text[]),
       'stranger-' || i || '@example.com', lang, lang, 'UTC', now(), now(), 1
from (select i, case when i % 2 = 0 then 'en' else 'es' end as lang from generate_series(0, 499) i) strangers
on conflict do nothing;

create temporary table fresh on commit drop as
with drawn as (
    select n,
           case when n % :large = 0 then ':largeSubject'
                when n % :small = 1 then ':smallSubject'
                else 'stranger-' || pg_temp.roll(n, 10, 500) end as requester,
           now() - (:total - n + 1) * interval '90 seconds' as created,
           pg_temp.roll(n, 11, 10) as state,
           1 + pg_temp.roll(n, 12, 3) as severity,
           pg_temp.roll(n, 13, 200) = 0 as urgent,
           pg_temp.roll(n, 23, greatest(1, :total / 400)) as system
    from generate_series(:first::bigint, :last::bigint) n)
select drawn.*, account.name as requester_name, account.language, account.organization_id, account.email,
       (array['open', 'in-progress', 'waiting-customer', 'waiting-support', 'resolved', 'closed'])[least(state, 5) + 1] as status,
       (array['NEW', 'ACTIVE', 'WAITING_ON_CUSTOMER', 'WAITING_ON_US', 'RESOLVED', 'CLOSED'])[least(state, 5) + 1] as category,
       state > 0 as touched,
       least(created + pg_temp.roll(n, 14, 80) * interval '1 second', now()) as updated,
       case when urgent then case when account.language = 'es' then 'Producción caída: ' else 'Production down: ' end else '' end
       || case when account.language = 'es'
            then pg_temp.pick(n, 20, array['El conector de Salesforce', 'El agente privado', 'La API de pedidos', 'El flujo de facturas', 'La operación nocturna', 'El proyecto de NetSuite', 'La cola de mensajes', 'El webhook de SAP', 'La transformación de clientes', 'El entorno de producción'])
              || ' ' || pg_temp.pick(n, 21, array['falla con', 'se detiene por', 'devuelve', 'no arranca después de', 'tarda demasiado por', 'muestra'])
              || ' ' || pg_temp.pick(n, 22, array['un error de conexión', 'un tiempo de espera agotado', 'un certificado caducado', 'respuestas 401', 'registros duplicados', 'memoria insuficiente', 'una codificación errónea', 'un cambio de esquema', 'una actualización', 'datos vacíos'])
            else pg_temp.pick(n, 20, array['Salesforce connector', 'Private agent', 'Orders API', 'Invoice workflow', 'Nightly operation', 'NetSuite project', 'Message queue', 'SAP webhook', 'Customer transformation', 'Production environment'])
              || ' ' || pg_temp.pick(n, 21, array['fails with', 'stops on', 'returns', 'does not start after', 'is slow because of', 'shows'])
              || ' ' || pg_temp.pick(n, 22, array['a connection error', 'a timeout', 'an expired certificate', '401 responses', 'duplicate records', 'too little memory', 'a wrong encoding', 'a schema change', 'an upgrade', 'empty data']) end
       || ' (' || (array['orion', 'vega', 'lyra', 'draco', 'cygnus', 'aquila', 'perseus', 'hydra', 'phoenix', 'pegasus', 'corvus', 'lupus', 'mensa', 'norma', 'pavo', 'volans', 'carina', 'dorado', 'fornax', 'indus'])[1 + system % 20]
       || '-' || system || ')' as subject,
       pg_temp.pick(n, 25, '{integration-studio,design-studio,api-manager,management-console,agents,connectors,marketplace,message-queue,portal,other}'::text[]) as product
from drawn join account on account.tenant_id = ':tenant' and account.subject = requester;

insert into ticket (tenant_id, number, type, subject, subject_folded, status, category, open, severity, severity_rank,
                    urgent, urgent_phrase, product, language, channel, requester_subject, requester_name, organization_id,
                    assignee_subject, assignee_name, assignee_email, assignee_language, last_position,
                    created_at, updated_at, closed_at, version)
select ':tenant', n, 'case', subject, lower(unaccent(subject)), status, category, category <> 'CLOSED', severity,
       case when urgent then 0 else severity end, urgent, case when urgent then 'Production Down' end, product, language,
       pg_temp.pick(n, 26, '{WEB,WEB,WEB,EMAIL,API}'::text[]), requester, requester_name, organization_id,
       case when touched then ':agentSubject' end, case when touched then ':agentName' end,
       case when touched then 'agent@portico.example' end, case when touched then 'en' end,
       case when touched then 4 else 3 end, created, updated, case when category = 'CLOSED' then updated end, 1
from fresh order by n;
