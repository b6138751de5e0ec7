-- What each person wants to be told of by mail, by kind (G3).
alter table account rename column notify to notify_answers;
alter table account
    add notify_changes boolean not null default true,
    add notify_issues  boolean not null default true;
update account set notify_changes = notify_answers, notify_issues = notify_answers;
comment on column account.notify_answers is 'Somebody else has said something in a ticket of theirs, or attached a file.';
comment on column account.notify_changes is 'Status, severity or assignee of a ticket of theirs is another one.';
comment on column account.notify_issues is 'There is news of an issue that a ticket of theirs is linked to.';
