-- Of each case in the table "fresh": three messages and a change of status, and the two mails that went out. A message
-- ends with a mark, by which the benchmark knows it again.
create or replace function pg_temp.speech(n bigint, salt bigint, language text, mark text) returns text immutable language sql
    return array_to_string(array(
        select pg_temp.pick(n, salt + i, case when language = 'es' then array[
                'Desde esta mañana la operación termina con un error y no vemos nada más en el registro.',
                'Hemos reiniciado el agente dos veces sin resultado.',
                'Ocurre con unos **cientos de registros** al día, siempre en la misma etapa.',
                'El mismo proyecto funciona en el entorno de pruebas con los mismos datos.',
                'Adjuntamos lo que dice el registro: `java.net.SocketTimeoutException: Read timed out`.',
                '¿Podrían indicarnos qué parámetros conviene cambiar?',
                'Nuestro equipo de facturación espera estos datos antes del cierre del mes.',
                'Gracias por la ayuda y quedamos a la espera de sus noticias.'] else array[
                'Since this morning the operation ends with an error and the log says nothing else.',
                'We restarted the agent twice, which did not help.',
                'It happens with some **hundred records** a day, always at the same step.',
                'The same project works in the test environment with the same data.',
                'This is what the log has: `java.net.SocketTimeoutException: Read timed out`.',
                'Could you tell us which parameters to change?',
                'Our billing team is waiting for this data before the month is closed.',
                'Thank you for your help, we are looking forward to hearing from you.'] end)
        from generate_series(1, 3 + pg_temp.roll(n, salt, 5)) i), E'\n\n') || E'\n\n' || mark;

insert into ticket_entry (tenant_id, ticket_number, position, kind, author_role, author_subject, author_name, text, created_at)
select ':tenant', n, place, (array['DESCRIPTION', 'REPLY', 'COMMENT'])[place],
       case place when 2 then 'AGENT' else 'CUSTOMER' end, case place when 2 then ':agentSubject' else requester end,
       case place when 2 then ':agentName' else requester_name end,
       pg_temp.speech(n, 100 * place, language, 'Ref ' || n || '/' || place), created + (updated - created) * (place - 1) / 3
from fresh, generate_series(1, 3) place order by n, place;

insert into ticket_entry (tenant_id, ticket_number, position, kind, author_role, author_subject, author_name, old_value, new_value, created_at)
select ':tenant', n, 4, 'STATUS', 'AGENT', ':agentSubject', ':agentName', 'open', status, updated
from fresh where touched order by n;

insert into mail (tenant_id, id, ticket_number, visible_to_requester, sender, sender_name, recipient, recipient_name, language,
                  subject, text, html, message_id, reply_to, state, attempts, created_at, sent_at)
select ':tenant', md5(n || '/' || what), n, true, 'support@:tenant.localhost', 'Support', email, requester_name, language,
       '[' || n || '] ' || subject, body, '<p>' || body || '</p>', '<' || n || '.' || what || '@bench.localhost>',
       'support@:tenant.localhost', 'SENT', 1, created, created
from (select *, pg_temp.speech(n, 1000 + what, language, '') as body from fresh, generate_series(1, 2) what) mails order by n;
