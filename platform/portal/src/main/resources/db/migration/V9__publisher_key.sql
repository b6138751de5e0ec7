-- Whose signatures on plugins count here (J1). It is no tenant's content: every part of the portal may read it, and
-- only work for the staff's own tenant may change it.
create table publisher_key (
    sha256            text        primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    publisher         text        not null check (publisher <> ''),
    subject           text        not null,
    valid_until       timestamptz not null,
    pinned_at         timestamptz not null,
    pinned_by_subject text        not null,
    pinned_by         text        not null
);
comment on table publisher_key is 'Public keys that plugins may be signed with; holds no content of tenants.';
comment on column publisher_key.sha256 is 'Of the public key in its X.509 form, which a renewed certificate leaves as it is.';

alter table publisher_key enable row level security;
alter table publisher_key force row level security;
create policy everybody_reads on publisher_key for select using (true);
create policy staff_pins on publisher_key for insert with check (current_setting('app.tenant', true) = 'staff');
create policy staff_removes on publisher_key for delete using (current_setting('app.tenant', true) = 'staff');
grant select, insert, delete on publisher_key to portico;
