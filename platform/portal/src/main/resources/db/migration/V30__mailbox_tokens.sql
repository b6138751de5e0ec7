-- Mailboxes that are opened with an access token in place of a password (H1).
alter table mailbox
    drop constraint mailbox_authentication_check,
    add constraint mailbox_authentication_check check (authentication in ('PASSWORD', 'OAUTH2')),
    add token_address text not null default '',
    add client_id     text not null default '',
    add scope         text not null default '',
    add refresh_token text not null default '',
    add asking_until  timestamptz;
comment on column mailbox.secret is 'The password, or the secret of the client that gets access tokens, sealed.';
comment on column mailbox.token_address is 'Where access tokens are asked for, with OAUTH2.';
comment on column mailbox.scope is 'What is asked for; empty for the usual.';
comment on column mailbox.refresh_token is 'Sealed; empty where the client asks in its own name.';
comment on column mailbox.asking_until is 'Somebody asks with refresh_token, which may count once; others may after that.';
