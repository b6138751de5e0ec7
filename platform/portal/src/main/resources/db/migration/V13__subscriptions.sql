-- News of plugins, who has asked to be told of them, and what is told to other systems (F3).
alter table mail
    add unsubscribe text not null default '';
comment on column mail.unsubscribe is 'Where a mail program ends the subscription that the mail was sent for (RFC 8058); empty for other mails.';

create index mail_without_ticket on mail (tenant_id, created_at) where ticket_number is null;

create table news (
    tenant_id     text        not null references tenant,
    plugin_id     text        not null,
    id            text        not null,
    happened_at   timestamptz not null,
    taken_at      timestamptz not null,
    topics        jsonb       not null,
    tone          text        not null,
    words         jsonb       not null,
    link          text        not null,
    issue         text,
    told_to       text        not null default '',
    told_at       timestamptz,
    issue_told_at timestamptz,
    primary key (tenant_id, plugin_id, id)
);
comment on column news.id is 'The plugin''s; the same twice is the same news.';
comment on column news.words is '{"en": {"title": …, "titleLanguage": …, "text": …, "textLanguage": …}}; the languages where they are others.';
comment on column news.told_to is 'The last subscription that was looked at; all up to this one have been told.';
comment on column news.told_at is 'When everybody had been told.';
create index news_untold on news (tenant_id, taken_at, happened_at) where told_at is null;
create index news_issue_untold on news (tenant_id, taken_at, happened_at) where issue is not null and issue_told_at is null;
create index news_latest on news (tenant_id, plugin_id, happened_at desc);

create table subscription (
    tenant_id     text        not null references tenant,
    id            text        not null,
    plugin_id     text        not null,
    kind          text        not null check (kind in ('EMAIL', 'WEBHOOK')),
    email         text        not null,
    url           text        not null default '',
    language      text        not null,
    zone          text        not null,
    -- Null for all of them.
    topics        jsonb,
    state         text        not null check (state in ('PENDING', 'ACTIVE', 'PAUSED', 'ENDED')),
    confirm_hash  text        not null,
    token         text        not null,
    secret        text        not null default '',
    secret_at     timestamptz,
    mails         int         not null default 0,
    mailed_at     timestamptz,
    failing_since timestamptz,
    sending_until timestamptz,
    created_at    timestamptz not null,
    confirmed_at  timestamptz,
    ended_at      timestamptz,
    version       bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, confirm_hash),
    unique (tenant_id, token)
);
comment on column subscription.email is 'Who is told, or who answers for the webhook.';
comment on column subscription.confirm_hash is 'SHA-256 of what only the owner of the address has been sent.';
comment on column subscription.token is 'Stands in each mail and lets whoever has it change or end this one subscription.';
comment on column subscription.secret is 'What a webhook''s messages are signed with, sealed.';
comment on column subscription.sending_until is 'A message is on its way to the webhook, and no other one is sent before then.';
comment on column subscription.mails is 'How many asked for a confirmation within a day of mailed_at.';
comment on column subscription.secret_at is 'When it was made: for some minutes it is shown.';
create index subscription_mailed on subscription (tenant_id, mailed_at);
create index subscription_told on subscription (tenant_id, plugin_id, id) where state = 'ACTIVE';
create index subscription_email on subscription (tenant_id, lower(email));

create table webhook_delivery (
    tenant_id       text        not null references tenant,
    id              text        not null,
    subscription_id text        not null,
    type            text        not null,
    body            text        not null,
    state           text        not null check (state in ('QUEUED', 'SENT', 'FAILED')),
    attempts        int         not null default 0,
    next_attempt_at timestamptz,
    created_at      timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, subscription_id) references subscription (tenant_id, id) on delete cascade
);
create index webhook_delivery_due on webhook_delivery (tenant_id, next_attempt_at) where state = 'QUEUED';
create index webhook_delivery_log on webhook_delivery (tenant_id, subscription_id, created_at desc);

create table webhook_attempt (
    tenant_id   text        not null references tenant,
    delivery_id text        not null,
    attempt     int         not null,
    happened_at timestamptz not null,
    -- Of HTTP; null where there was no answer.
    status      int,
    error       text        not null,
    primary key (tenant_id, delivery_id, attempt),
    foreign key (tenant_id, delivery_id) references webhook_delivery (tenant_id, id) on delete cascade
);

alter table news enable row level security;
alter table news force row level security;
create policy tenant_wall on news using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on news to portico;
alter table subscription enable row level security;
alter table subscription force row level security;
create policy tenant_wall on subscription using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on subscription to portico;
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy tenant_wall on webhook_delivery using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on webhook_delivery to portico;
alter table webhook_attempt enable row level security;
alter table webhook_attempt force row level security;
create policy tenant_wall on webhook_attempt using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on webhook_attempt to portico;
