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
