-- Addresses that mails do not reach (H3), mails that wait for their turn or for somebody to look (H4), and for how long what
-- came is kept.
create table undeliverable_address (
    tenant_id  text        not null references tenant,
    address    text        not null check (address = lower(address) and address <> ''),
    marked_at  timestamptz not null,
    diagnostic text        not null,
    primary key (tenant_id, address)
);
comment on column undeliverable_address.diagnostic is 'What the server said that did not take the mail.';

alter table undeliverable_address enable row level security;
alter table undeliverable_address force row level security;
create policy tenant_wall on undeliverable_address using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on undeliverable_address to portico;

alter table mail add column problem text
    check (problem in ('REFUSED', 'FAILED', 'UNREACHABLE', 'UNDELIVERABLE'));
comment on column mail.problem is 'Why the last attempt did not succeed, or why there was none; last_error is in the server''s words.';

-- What only tells news to many waits for all the rest: cases, and what lets somebody in.
drop index mail_due;
create index mail_due on mail (tenant_id, (ticket_number is null and unsubscribe <> ''), next_attempt_at)
    where state = 'QUEUED';
drop index mail_dead;
create index mail_unsent on mail (tenant_id, state, created_at desc, id desc)
    where state in ('QUEUED', 'DEAD', 'WITHHELD');
-- How many went out within the last minute or hour.
create index mail_sent on mail (tenant_id, sent_at) where sent_at is not null;

-- The row stays when its content goes, so that the same mail is not taken in once more.
alter table received_mail alter column raw drop not null;
comment on column received_mail.raw is 'As it came; null once it is kept no longer.';
comment on column received_mail.message_id is 'Or its SHA-256, where nobody may know any more who sent it.';
create index received_mail_old_conversation on received_mail (tenant_id, settled_at)
    where raw is not null and state in ('TICKET', 'COMMENT');
create index received_mail_old_rest on received_mail (tenant_id, settled_at)
    where raw is not null and state in ('IGNORED', 'ANSWERED');
