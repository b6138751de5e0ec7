-- Mailboxes that administrators set up by themselves (H1).
alter table mailbox add column taken_from timestamptz;
alter table mailbox add column authserv_id text not null default '';
comment on column mailbox.taken_from is 'What had come to the folder before is not taken, however often the server numbers anew; null where everything is.';
comment on column mailbox.authserv_id is 'Whose Authentication-Results are believed; empty where nobody''s are.';
