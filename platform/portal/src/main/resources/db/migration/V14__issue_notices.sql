-- Who has linked a ticket to a known issue is told of its news in the ticket's thread (F2).
create index ticket_entry_issue on ticket_entry (tenant_id, old_value) where kind = 'ISSUE';

create table issue_notice (
    tenant_id     text        not null,
    ticket_number bigint      not null,
    plugin_id     text        not null,
    news_id       text        not null,
    told_at       timestamptz,
    primary key (tenant_id, plugin_id, news_id, ticket_number),
    foreign key (tenant_id, ticket_number) references ticket (tenant_id, number) on delete cascade,
    foreign key (tenant_id, plugin_id, news_id) references news (tenant_id, plugin_id, id) on delete cascade
);
comment on column issue_notice.told_at is 'When its mail was put into the outbox; it goes with the news.';
create index issue_notice_untold on issue_notice (tenant_id, plugin_id, news_id, ticket_number) where told_at is null;
create index issue_notice_ticket on issue_notice (tenant_id, ticket_number);

alter table issue_notice enable row level security;
alter table issue_notice force row level security;
create policy tenant_wall on issue_notice using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on issue_notice to portico;

-- News to many subscribers let the mails of tickets go first.
drop index mail_due;
create index mail_due on mail (tenant_id, (ticket_number is null), next_attempt_at) where state = 'QUEUED';
