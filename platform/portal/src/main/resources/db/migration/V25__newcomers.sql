-- How far the daily look through the realm's own list of accounts has come, and when the last one was complete (G2).
alter table realm_watch
    add listed_to int         not null default 0,
    add listed_at timestamptz;
