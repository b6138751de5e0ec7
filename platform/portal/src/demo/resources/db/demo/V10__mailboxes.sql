-- What is sent to support@{tenant}.localhost at the demonstration's mail server becomes a ticket, where there is such a server.
select set_config('app.tenant', 'harmony', true);
insert into mailbox (tenant_id, id, address, host, port, security, authentication, login, secret, folder, ticket_type, enabled,
    created_at, version)
  select 'harmony', 'demo', 'support@harmony.localhost', '127.0.0.1', ${imap}, 'NONE', 'PASSWORD', 'support@harmony.localhost',
    mailboxes ->> 'harmony', 'INBOX', 'case', true, now(), 1
  from (select '${mailboxes}'::json as mailboxes) as server where mailboxes ->> 'harmony' is not null;

select set_config('app.tenant', 'bmc', true);
insert into mailbox (tenant_id, id, address, host, port, security, authentication, login, secret, folder, ticket_type, enabled,
    created_at, version)
  select 'bmc', 'demo', 'support@bmc.localhost', '127.0.0.1', ${imap}, 'NONE', 'PASSWORD', 'support@bmc.localhost',
    mailboxes ->> 'bmc', 'INBOX', 'case', true, now(), 1
  from (select '${mailboxes}'::json as mailboxes) as server where mailboxes ->> 'bmc' is not null;

select set_config('app.tenant', 'app-builder', true);
insert into mailbox (tenant_id, id, address, host, port, security, authentication, login, secret, folder, ticket_type, enabled,
    created_at, version)
  select 'app-builder', 'demo', 'support@app-builder.localhost', '127.0.0.1', ${imap}, 'NONE', 'PASSWORD', 'support@app-builder.localhost',
    mailboxes ->> 'app-builder', 'INBOX', 'ticket', true, now(), 1
  from (select '${mailboxes}'::json as mailboxes) as server where mailboxes ->> 'app-builder' is not null;

select set_config('app.tenant', 'legacy', true);
insert into mailbox (tenant_id, id, address, host, port, security, authentication, login, secret, folder, ticket_type, enabled,
    created_at, version)
  select 'legacy', 'demo', 'support@legacy.localhost', '127.0.0.1', ${imap}, 'NONE', 'PASSWORD', 'support@legacy.localhost',
    mailboxes ->> 'legacy', 'INBOX', 'legacy-case', true, now(), 1
  from (select '${mailboxes}'::json as mailboxes) as server where mailboxes ->> 'legacy' is not null;
