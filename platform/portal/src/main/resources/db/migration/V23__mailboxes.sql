-- E-mail in: where it is fetched from, and every mail that came, with what became of it (H1, H2, H3).
create table mailbox (
    tenant_id      text        not null references tenant,
    id             text        not null,
    address        text        not null,
    host           text        not null,
    port           int         not null check (port between 1 and 65535),
    security       text        not null check (security in ('TLS', 'STARTTLS', 'NONE')),
    authentication text        not null check (authentication in ('PASSWORD')),
    login          text        not null,
    secret         text        not null,
    folder         text        not null,
    ticket_type    text        not null,
    enabled        boolean     not null,
    created_at     timestamptz not null,
    version        bigint      not null,
    uid_validity   bigint      not null default 0,
    last_uid       bigint      not null default 0,
    fetched_at     timestamptz,
    problem        text,
    problem_detail text        not null default '',
    failing_since  timestamptz,
    attempts       int         not null default 0,
    next_at        timestamptz not null default now(),
    claim          uuid,
    claimed_until  timestamptz,
    primary key (tenant_id, id)
);
comment on column mailbox.secret is 'What authentication asks for, sealed.';
comment on column mailbox.ticket_type is 'What a new mail becomes a ticket of.';
comment on column mailbox.last_uid is 'Mails up to this one, under uid_validity, are kept here.';
comment on column mailbox.claim is 'Of the node that serves it; others may take it over after claimed_until.';

create table received_mail (
    tenant_id     text        not null,
    id            text        not null,
    mailbox_id    text        not null,
    message_id    text        not null,
    body_hash     text        not null,
    raw           bytea       not null,
    size          bigint      not null,
    sender        text        not null default '',
    subject       text        not null default '',
    state         text        not null check (state in ('WAITING', 'TICKET', 'COMMENT', 'IGNORED', 'ANSWERED', 'ASIDE')),
    reason        text,
    detail        text        not null default '',
    ticket_number bigint,
    attempts      int         not null default 0,
    next_at       timestamptz not null,
    received_at   timestamptz not null,
    settled_at    timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, mailbox_id, message_id, body_hash),
    foreign key (tenant_id, mailbox_id) references mailbox (tenant_id, id),
    -- Checked at commit: the persistence unit knows of no relation.
    foreign key (tenant_id, ticket_number) references ticket (tenant_id, number) deferrable initially deferred
);
comment on column received_mail.body_hash is 'SHA-256 of what follows the header; of everything where there is no Message-ID.';
comment on column received_mail.size is 'Of the mail at the server, in bytes; raw is only its header where it was too large.';
comment on column received_mail.sender is 'The one address that it says it is from, in lower case; empty until it was read, and where there is none.';
comment on column received_mail.reason is 'Why it was ignored or put aside.';
create index received_mail_due on received_mail (tenant_id, next_at) where state = 'WAITING';
create index received_mail_latest on received_mail (tenant_id, received_at desc, id desc);
create index received_mail_state on received_mail (tenant_id, state, received_at desc, id desc);
create index received_mail_answered on received_mail (tenant_id, settled_at) where state = 'ANSWERED';
create index received_mail_sender on received_mail (tenant_id, sender, settled_at);
create index received_mail_ticket on received_mail (tenant_id, ticket_number) where ticket_number is not null;

alter table mailbox enable row level security;
alter table mailbox force row level security;
create policy tenant_wall on mailbox using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on mailbox to portico;
alter table received_mail enable row level security;
alter table received_mail force row level security;
create policy tenant_wall on received_mail using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on received_mail to portico;
