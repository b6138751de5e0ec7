-- A mail that its server did not deliver, or that was too large, is not lost while it is there: it can be fetched again (H3).
alter table received_mail
    add uid_validity bigint,
    add uid          bigint,
    add fetch_at     timestamptz,
    add fetches      int not null default 0;
comment on column received_mail.uid is 'Its number at the server, under uid_validity, of a mail that is not all here.';
comment on column received_mail.fetch_at is 'When it is fetched again; null where nobody does so unasked.';
comment on column received_mail.fetches is 'How often that was tried.';

-- As the owner, whom the wall holds off as well.
alter table received_mail no force row level security;
update received_mail
set uid_validity = split_part(substr(body_hash, 5), '.', 1)::bigint,
    uid          = split_part(body_hash, '.', 2)::bigint,
    fetch_at     = now()
where state = 'ASIDE' and reason = 'UNREADABLE' and body_hash ~ '^uid [0-9]+\.[0-9]+$';
alter table received_mail force row level security;

create index received_mail_fetch on received_mail (tenant_id, mailbox_id, fetch_at) where state = 'ASIDE' and fetch_at is not null;

-- That an administrator has vouched for its sender (H2).
alter table received_mail add vouched boolean not null default false;

-- A large one is read in portions, which cannot be found in what is compressed.
alter table received_mail alter raw set storage external;
