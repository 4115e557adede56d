-- What EF cannot say of care homes and placements: places, write walls, row walls, audiences and who may do what.

-- Places ---------------------------------------------------------------------------------------------------------------

alter table carehomes.care_home add column place cube generated always as (case when latitude is not null then directory.point(latitude, longitude) end) stored;
create index care_home_by_place on carehomes.care_home using gist (place);

-- Who returned in a window is asked by when returns were taken.
create index capacity_history_by_receipt on carehomes.capacity_history (home_id, received_at);

-- What was last taken from each feed that is fetched, so that it is fetched again only when it has changed. An address may carry a secret: only its hash is kept.
create table carehomes.feed_source (
    source text primary key,
    etag text,
    body bytea,
    taken_at timestamptz not null);
comment on table carehomes.feed_source is 'not about a person: what was last taken from feeds of capacity';

-- What everybody goes by until an operator says otherwise.
insert into carehomes.freshness_policy (only_row, fresh_hours, ageing_days, window_opens, window_closes, window_reminder) values (true, 24, 7, 8, 14, 12);

-- Audiences ------------------------------------------------------------------------------------------------------------

-- Health and care, and whoever speaks for the home.
create function carehomes.home_audience(home uuid) returns text[] language sql stable security definer set search_path = '' as $$
    select coalesce(array_agg(code order by code), '{}') from (
        select o.code from access.organization o where o.kind in ('AcuteTrust', 'Council', 'IntermediateCare', 'TrustedAssessor')
        union select h.organization from carehomes.care_home h where h.id = home and h.organization is not null) heard
$$;

-- The council whose validation it is, and those who place for it.
create function carehomes.validation_audience(validation uuid) returns text[] language sql stable security definer set search_path = '' as $$
    select coalesce(array_agg(code order by code), '{}') from (
        select o.code from access.organization o where o.kind in ('AcuteTrust', 'IntermediateCare', 'TrustedAssessor')
        union select v.council from carehomes.validation v where v.id = validation) heard
$$;

create function carehomes.sanction_audience(sanction uuid) returns text[] language sql stable security definer set search_path = '' as $$
    select carehomes.home_audience(s.home_id) from carehomes.sanction s where s.id = sanction
$$;

create function placement.audience(placement uuid) returns text[] language sql stable security definer set search_path = '' as $$
    select array_agg(org order by org) from placement.access where placement_id = placement
$$;

-- The hub's own clock tells too; no organisation's code can begin with its name.
drop policy told on events.event;
create policy told on events.event for insert with check (
    nullif(current_setting('hub.org', true), '') = any (audience) or nullif(current_setting('hub.org', true), '') like 'SYSTEM:%');

-- Write walls: who may change what about a home ------------------------------------------------------------------------

create function carehomes.caller() returns text language sql stable parallel safe as $$ select nullif(current_setting('hub.org', true), '') $$;

-- Whoever speaks for the home, the council of the area where it lies, and the hub's own clock.
create function carehomes.may_speak_for(home uuid) returns boolean language sql stable security definer set search_path = '' as $$
    select exists (
        select 1 from carehomes.care_home h
        where h.id = home and (h.organization = carehomes.caller()
            or h.local_authority = (select o.local_authority from access.organization o where o.code = carehomes.caller())))
$$;

do $$
declare wall record;
begin
    for wall in select * from (values
        ('provider', 'true', 'false'),
        ('care_home', 'true', 'false'),
        ('succession', 'true', 'false'),
        ('cqc_progress', 'true', 'false'),
        ('capacity_chase', 'true', 'false'),
        ('feed_source', 'true', 'false'),
        ('declaration', 'true', 'carehomes.may_speak_for(home_id)'),
        ('declared_beds', 'true', 'carehomes.may_speak_for(home_id)'),
        ('capability', 'true', 'carehomes.may_speak_for(home_id)'),
        ('capacity_return', 'true', 'carehomes.may_speak_for(home_id)'),
        ('bed_capacity', 'true', 'carehomes.may_speak_for(home_id)'),
        ('capacity_history', 'true', 'carehomes.may_speak_for(home_id)'),
        ('sanction', 'true', 'recorded_by = (select carehomes.caller())'),
        ('pamms_assessment', 'true', 'recorded_by = (select carehomes.caller())'),
        ('assessor_agreement', 'true', 'council = (select carehomes.caller())'),
        ('validation', 'true', 'council = (select carehomes.caller())'),
        ('validation_check', 'true', 'exists (select 1 from carehomes.validation v where v.id = validation_id and v.council = (select carehomes.caller()))'),
        ('validation_task', 'true', 'exists (select 1 from carehomes.validation v where v.id = validation_id and v.council = (select carehomes.caller()))'),
        -- What a host authority said, and what a council pays, is the council's alone.
        ('host_reply', 'council = (select carehomes.caller())', 'council = (select carehomes.caller())'),
        ('contract', 'council = (select carehomes.caller())', 'council = (select carehomes.caller())'),
        ('sharing_agreement', 'council = (select carehomes.caller())', 'council = (select carehomes.caller())')
    ) as walls (name, readers, writers) loop
        execute format('alter table carehomes.%I enable row level security', wall.name);
        execute format('alter table carehomes.%I force row level security', wall.name);
        execute format('create policy read on carehomes.%I for select using (%s or (select carehomes.caller()) like ''SYSTEM:%%'')', wall.name, wall.readers);
        execute format('create policy added on carehomes.%I for insert with check ((select carehomes.caller()) like ''SYSTEM:%%'' or %s)', wall.name, wall.writers);
        execute format('create policy changed on carehomes.%I for update using ((select carehomes.caller()) like ''SYSTEM:%%'' or %s)', wall.name, wall.writers);
        execute format('create policy removed on carehomes.%I for delete using ((select carehomes.caller()) like ''SYSTEM:%%'' or %s)', wall.name, wall.writers);
        execute format('create policy owned on carehomes.%I to hub_owner using (true)', wall.name);
    end loop;
end $$;

-- Row walls: placements are about people -------------------------------------------------------------------------------

alter table placement.standing_placement enable row level security;
alter table placement.standing_placement force row level security;
create policy seen on placement.standing_placement for select using (
    (select nullif(current_setting('hub.org', true), '')) in ('SYSTEM:OutOfBoroughValidation', 'SYSTEM:PlacementReviews')
    or exists (select 1 from placement.access a where a.placement_id = id and a.org = nullif(current_setting('hub.org', true), '')));
create policy changed on placement.standing_placement for update using (
    (select nullif(current_setting('hub.org', true), '')) in ('SYSTEM:OutOfBoroughValidation', 'SYSTEM:PlacementReviews')
    or exists (select 1 from placement.access a where a.placement_id = id and a.org = nullif(current_setting('hub.org', true), '')));
create policy recorded on placement.standing_placement for insert with check (nullif(current_setting('hub.org', true), '') in (council, 'SYSTEM:Seed'));

alter table placement.access enable row level security;
alter table placement.access force row level security;
create policy own on placement.access for select using (org = nullif(current_setting('hub.org', true), ''));
create policy granted on placement.access for insert with check (nullif(current_setting('hub.org', true), '') in (granted_by, 'SYSTEM:Seed'));
create policy kept on placement.access to hub_owner using (true);

-- Grants ---------------------------------------------------------------------------------------------------------------

grant usage on schema carehomes, placement to hub_app;
grant select, insert, update on all tables in schema carehomes to hub_app;
grant delete on carehomes.succession, carehomes.declared_beds, carehomes.capability, carehomes.bed_capacity, carehomes.validation_check to hub_app;
revoke update on carehomes.capacity_history, carehomes.capacity_chase, carehomes.contract, carehomes.assessor_agreement, carehomes.sharing_agreement,
    carehomes.pamms_assessment, carehomes.host_reply from hub_app;
revoke insert, update on carehomes.freshness_policy, carehomes.council_policy from hub_app;
grant select, insert, update on placement.standing_placement to hub_app;
grant select, insert on placement.access to hub_app;
revoke execute on function placement.audience(uuid) from public;
grant execute on function placement.audience(uuid) to hub_app;

-- Everyone: what CQC publishes and what homes say they have, never what councils know of them.
grant usage on schema carehomes to hub_directory;
grant select on carehomes.provider, carehomes.care_home, carehomes.succession, carehomes.declaration, carehomes.declared_beds, carehomes.capability,
    carehomes.capacity_return, carehomes.bed_capacity, carehomes.freshness_policy to hub_directory;
