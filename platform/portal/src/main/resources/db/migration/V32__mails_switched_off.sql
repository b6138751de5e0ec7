-- Whoever had switched off all mails got two of three kinds again with V24, from which the wall hid every account (G3).
alter table account no force row level security;
update account set notify_changes = false, notify_issues = false
    where not notify_answers and notify_changes and notify_issues;
alter table account force row level security;
