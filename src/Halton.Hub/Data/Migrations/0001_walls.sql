-- What EF cannot say: the insert-only logs, the row walls, the triggers and who may do what.

create schema audit;
create schema events;
create schema requests;

-- Logs -----------------------------------------------------------------------------------------------------------------

create table audit.entry (
    xid xid8 not null default pg_current_xact_id(),
    seq bigint generated always as identity,
    recorded_at timestamptz not null,
    partner text not null,
    organization text not null,
    purpose text not null,
    operation text not null,
    interaction "char" not null,
    outcome text not null,
    subject bytea,
    records uuid[] not null,
    trace_id text not null,
    primary key (xid, seq)
);
comment on table audit.entry is 'about a person';

create table audit.seal (
    block bigint primary key,
    last_xid xid8 not null,
    last_seq bigint not null,
    rows bigint not null,
    digest bytea not null,
    previous bytea not null,
    hash bytea not null,
    sealed_at timestamptz not null
);
comment on table audit.seal is 'not about a person: digests of ranges of the audit';

create table events.event (
    xid xid8 not null default pg_current_xact_id(),
    position bigint generated always as identity,
    id uuid not null,
    kind text not null,
    record_id uuid not null,
    audience text[] not null,
    occurred_at timestamptz not null,
    payload jsonb not null,
    primary key (xid, position)
);
comment on table events.event is 'about a person';

create table requests.answered (
    partner text not null,
    request_id uuid not null,
    org text not null,
    operation text not null,
    fingerprint bytea not null,
    answer jsonb not null,
    answered_at timestamptz not null,
    primary key (partner, request_id)
);
comment on table requests.answered is 'about a person';

create table access.assertion_use (
    partner_id text not null,
    jti text not null,
    expires_at timestamptz not null,
    primary key (partner_id, jti)
);
comment on table access.assertion_use is 'not about a person: client assertions used once';

create table access.signing_key (
    kid text primary key,
    jwk jsonb not null,
    expires_at timestamptz not null
);
comment on table access.signing_key is 'not about a person: public keys that nodes sign access tokens with';

create table access.hub_secret (
    only_row boolean primary key default true check (only_row),
    secret bytea not null
);
comment on table access.hub_secret is 'not about a person: the secret behind page and resume tokens and audit pseudonyms';
insert into access.hub_secret (secret) values (
    sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));

-- History is never changed ---------------------------------------------------------------------------------------------

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit takes inserts only' using errcode = 'insufficient_privilege';
end $$;
create trigger inserts_only before update or delete or truncate on audit.entry for each statement execute function audit.refuse_change();
create trigger inserts_only before update or delete or truncate on audit.seal for each statement execute function audit.refuse_change();

-- Derived copies -------------------------------------------------------------------------------------------------------

-- Runs as the owner, so that a change by one organisation keeps the list rows of the others true.
create function discharge.keep_access() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    update discharge.access set open = new.state <= 3 where stay_id = new.id and open is distinct from (new.state <= 3);
    return null;
end $$;
create trigger keep_access after update of state on discharge.stay for each row execute function discharge.keep_access();

-- Everyone who may see a stay: the audience of its events. An organisation cannot read this table beyond its own rows.
create function discharge.audience(stay uuid) returns text[] language sql stable security definer set search_path = '' as $$
    select array_agg(org order by org) from discharge.access where stay_id = stay
$$;

-- The open stay of a person first, then the latest: one step down the index finds it among any number of stays.
create index stay_by_number on discharge.stay (nhs_number, (state <= 3) desc, admitted_at desc);

-- Row walls ------------------------------------------------------------------------------------------------------------
-- hub.org is set for one transaction only. Read outside of one it is '' and not null, hence nullif.

alter table discharge.stay enable row level security;
alter table discharge.stay force row level security;
create policy seen on discharge.stay for select using (
    exists (select 1 from discharge.access a where a.stay_id = id and a.org = nullif(current_setting('hub.org', true), '')));
create policy changed on discharge.stay for update using (
    exists (select 1 from discharge.access a where a.stay_id = id and a.org = nullif(current_setting('hub.org', true), '')));
create policy admitted on discharge.stay for insert with check (
    nullif(current_setting('hub.org', true), '') in (trust, 'SYSTEM:Seed'));

alter table discharge.access enable row level security;
alter table discharge.access force row level security;
create policy own on discharge.access for select using (org = nullif(current_setting('hub.org', true), ''));
create policy granted on discharge.access for insert with check (
    nullif(current_setting('hub.org', true), '') in (granted_by, 'SYSTEM:Seed'));
create policy kept on discharge.access to hub_owner using (true);

do $$
declare child text;
begin
    foreach child in array array['patient', 'criteria_review', 'pathway_decision'] loop
        execute format('alter table discharge.%I enable row level security', child);
        execute format('alter table discharge.%I force row level security', child);
        execute format($policy$create policy seen on discharge.%I for select using (
            exists (select 1 from discharge.access a where a.stay_id = %I.stay_id and a.org = nullif(current_setting('hub.org', true), '')))$policy$, child, child);
    end loop;
    foreach child in array array['criteria_review', 'pathway_decision'] loop
        execute format($policy$create policy added on discharge.%I for insert with check (
            nullif(current_setting('hub.org', true), '') = 'SYSTEM:Seed' or
            exists (select 1 from discharge.access a where a.stay_id = %I.stay_id and a.org = nullif(current_setting('hub.org', true), '')))$policy$, child, child);
    end loop;
end $$;
-- A patient is saved in one go with its stay and its access rows, in no promised order: here the key to the stay is the check.
create policy added on discharge.patient for insert with check (nullif(current_setting('hub.org', true), '') is not null);

alter table events.event enable row level security;
alter table events.event force row level security;
create policy heard on events.event for select using (
    (select nullif(current_setting('hub.org', true), '')) = any (audience) or (select nullif(current_setting('hub.org', true), '')) = 'SYSTEM:EventFeed');
create policy told on events.event for insert with check (nullif(current_setting('hub.org', true), '') = any (audience));

alter table requests.answered enable row level security;
alter table requests.answered force row level security;
create policy own on requests.answered using (org = nullif(current_setting('hub.org', true), ''));

alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy written on audit.entry for insert with check (true);
-- Asked once a statement, not once a row: sealing reads thousands.
create policy sealed on audit.entry for select using ((select nullif(current_setting('hub.org', true), '')) = 'SYSTEM:AuditSeal');

-- Grants ---------------------------------------------------------------------------------------------------------------

grant usage on schema access, codes, discharge, audit, events, requests to hub_app;
grant select on all tables in schema codes to hub_app;
grant select on access.organization, access.site, access.partner, access.partner_key, access.hub_secret to hub_app;
grant select, insert, delete on access.assertion_use, access.signing_key to hub_app;
grant select, insert, update on discharge.stay to hub_app;
grant select, insert on discharge.patient, discharge.criteria_review, discharge.pathway_decision, discharge.access to hub_app;
grant select, insert on audit.entry, audit.seal, events.event, requests.answered to hub_app;
revoke execute on function discharge.audience(uuid), discharge.keep_access() from public;
grant execute on function discharge.audience(uuid) to hub_app;
