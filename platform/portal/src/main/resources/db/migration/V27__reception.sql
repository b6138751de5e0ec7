-- Reception that nothing stops: a mail that its server does not deliver is not asked for without end (H3).
alter table mailbox
    add stuck_uid   bigint not null default 0,
    add stuck_tries int    not null default 0;
comment on column mailbox.stuck_uid is 'The mail, under uid_validity, at which reading ended last; 0 where it went on.';
comment on column mailbox.stuck_tries is 'How often in a row it ended there.';

-- Whoever has waited longest is claimed first, however many wait.
drop index received_mail_due;
create index received_mail_due on received_mail (tenant_id, next_at, received_at, id) where state = 'WAITING';

-- Whoever answers by mail says it where the mail that they answer told it; of older ones nobody knows.
alter table mail add internal boolean not null default true;
