-- Notices to partners' own addresses: who wants which, what is on its way, and where the hub may call.

create schema notices;

create table notices.allowed_origin (
    origin text primary key check (origin ~ '^https?://[^/?#]+$'),
    added_at timestamptz not null
);
comment on table notices.allowed_origin is 'not about a person: where the hub may call';

create table notices.receiver (
    id uuid primary key,
    org text not null references access.organization (code) on delete restrict,
    url text not null,
    kinds text[] not null check (cardinality(kinds) between 1 and 20),
    paused boolean not null default false,
    xid xid8 not null,
    position bigint not null,
    added_at timestamptz not null,
    unique (org, url)
);
comment on table notices.receiver is 'not about a person: addresses of partners that want notices';

create table notices.notice (
    receiver_id uuid not null references notices.receiver (id) on delete cascade,
    sequence bigint not null generated always as identity,
    event_id uuid not null,
    kind text not null,
    record_id uuid not null,
    occurred_at timestamptz not null,
    state text not null default 'pending' check (state in ('pending', 'sent', 'dead')),
    attempts int not null default 0,
    -- Attempts before a replay, which has all of its own.
    spared int not null default 0,
    next_at timestamptz not null,
    last_outcome text,
    ended_at timestamptz,
    primary key (receiver_id, event_id)
);
comment on table notices.notice is 'about a person';
create index notice_in_line on notices.notice (receiver_id, sequence) where state = 'pending';
create index notice_dead on notices.notice (receiver_id, sequence) where state = 'dead';

-- A notice names a record, nobody but the job that sends it, and the operator, looks at it.
alter table notices.notice enable row level security;
alter table notices.notice force row level security;
create policy job on notices.notice using ((select nullif(current_setting('hub.org', true), '')) = 'SYSTEM:Notifications');
create policy owned on notices.notice to hub_owner using (true);

grant usage on schema notices to hub_app;
grant select on notices.allowed_origin, notices.receiver to hub_app;
grant update (xid, position) on notices.receiver to hub_app;
grant select, insert, update on notices.notice to hub_app;
