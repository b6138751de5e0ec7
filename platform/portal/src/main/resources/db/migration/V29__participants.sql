-- Who else takes part in a ticket, and who wants no mails about it (B10, H).
create table participant (
    tenant_id     text        not null references tenant,
    ticket_number bigint      not null,
    subject       text        not null,
    part          text        not null check (part in ('REQUESTER', 'NAMED', 'TAKING_PART', 'DECLINED')),
    muted         boolean     not null default false,
    created_at    timestamptz not null,
    primary key (tenant_id, ticket_number, subject),
    -- Checked at commit: the persistence unit knows of no relation.
    foreign key (tenant_id, ticket_number) references ticket (tenant_id, number) deferrable initially deferred,
    foreign key (tenant_id, subject) references account (tenant_id, subject) on delete cascade
);
comment on column participant.part is 'REQUESTER: whose ticket it is, for the sake of muted. NAMED: in copy of a mail, until somebody decides.';
comment on column participant.muted is 'Gets no mails about the ticket.';
create index participant_subject on participant (tenant_id, subject, ticket_number);

alter table participant enable row level security;
alter table participant force row level security;
create policy tenant_wall on participant using (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on participant to portico;

-- Whoever takes part in nobody's tickets needs not be looked for in it, and nobody of a ticket that is only its requester's.
alter table ticket add has_participants boolean not null default false;
comment on column ticket.has_participants is 'Somebody is in participant, or once was.';
alter table account add takes_part boolean not null default false;
comment on column account.takes_part is 'Takes part in another person''s ticket, or once did.';
