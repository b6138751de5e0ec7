alter table account
    -- Whose claim it is until realm_claimed_until: what somebody says whose claim has passed to another does not count.
    add realm_claim      uuid,
    -- When it was last said to have been changed at Keycloak; nothing once that has been looked at.
    add realm_changed_at timestamptz,
    -- What Keycloak has yet to hear: that the person may come in again, and that the sessions end.
    add realm_enabling   boolean not null default false,
    add realm_ending     boolean not null default false;

-- As the owner, whom the wall holds off as well.
alter table account no force row level security;
update account set
    realm_enabling = enabled and enabled_at is not null and (realm_told_at is null or realm_told_at <= enabled_at),
    realm_ending = ended_at is not null and (realm_told_at is null or realm_told_at <= ended_at)
    where realm_due is not null;
alter table account force row level security;

-- They compared the clocks of different nodes.
alter table account drop column enabled_at, drop column realm_told_at;
create index account_changed on account (tenant_id, realm_changed_at) where realm_changed_at is not null;

-- A turn puts off the next one; two at a time do no harm, since the position only goes forward.
alter table realm_watch drop column claim, drop column claimed_until;
