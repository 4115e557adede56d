-- What EF cannot say of the way to a placement: the bed law, what is told of capacity, audiences, row walls and who may do what.

create extension if not exists btree_gist;

-- Nobody holds a bed that somebody holds -------------------------------------------------------------------------------

alter table carehomes.bed_hold
    add column during tstzrange generated always as (tstzrange(held_at, case when state = 'held' then held_until else greatest(held_at, least(held_until, ended_at)) end)) stored,
    add constraint one_holder_of_a_bed exclude using gist (home_id with =, bed_type with =, bed_number with =, during with &&) where (state = 'held');

-- What is told of beds: the home's latest return, with what the hub has done since. A bed that was held when the home counted stands among its
-- reserved beds, as far as it counted any; what was held, let go or filled later is moved here. The clock of the database says what is held.
create view carehomes.told_beds with (security_invoker = true) as
select b.home_id, b.bed_type, b.maximum,
    b.occupied + k.admitted as occupied,
    b.reserved - k.counted + k.held as reserved,
    greatest(0, b.available + k.counted - k.held - k.admitted) as available,
    greatest(0, k.held + k.admitted - k.counted - b.available) as over_held,
    k.held
from carehomes.bed_capacity b join carehomes.capacity_return r on r.home_id = b.home_id
cross join lateral (
    select (count(*) filter (where h.state = 'held' and h.held_until > clock_timestamp()))::int as held,
        (count(*) filter (where h.state = 'admitted'))::int as admitted,
        least((count(*) filter (where h.held_at <= r.as_of))::int, b.reserved) as counted
    from carehomes.bed_hold h
    where h.home_id = b.home_id and h.bed_type = b.bed_type and h.held_until > r.as_of and coalesce(h.ended_at, 'infinity') > r.as_of) k;

-- Holds a bed, or says why not: 'unknown', 'closed', 'none', 'quota'. Callers of one kind of bed in one home take their turns on its row, and so do returns
-- of the home; what they find behind it is what the one before has left.
create function carehomes.hold_bed(hold uuid, home uuid, kind text, holder text, seconds int, known_from timestamptz, most int)
returns table (outcome text, bed_number int, held_at timestamptz, held_until timestamptz)
language plpgsql security definer set search_path = '' as $$
declare
    asked record;
    number int;
    start timestamptz;
begin
    if holder is distinct from carehomes.caller() then
        raise exception 'a bed is held for the caller' using errcode = 'insufficient_privilege';
    end if;
    -- Near its quota, an organisation's holds are counted one after the other; farther off, more of them are free than can be under way at a time.
    if (select count(*) from carehomes.bed_hold h where h.held_for = holder and h.state = 'held' and h.held_until > clock_timestamp()) >= most - 64 then
        perform pg_advisory_xact_lock(hashtextextended('beds of ' || holder, 0));
        if (select count(*) from carehomes.bed_hold h where h.held_for = holder and h.state = 'held' and h.held_until > clock_timestamp()) >= most then
            return query select 'quota', null::int, null::timestamptz, null::timestamptz;
            return;
        end if;
    end if;
    -- Once in passing, so that nobody waits for a bed that is gone, and once behind the others.
    for pass in 1..2 loop
        if pass = 2 then
            perform 1 from carehomes.bed_capacity b where b.home_id = home and b.bed_type = kind for no key update;
        end if;
        asked := null;
        select r.as_of, r.accepting_admissions, t.available, t.maximum into asked
        from carehomes.capacity_return r join carehomes.told_beds t on t.home_id = r.home_id where r.home_id = home and t.bed_type = kind;
        outcome := case when asked.as_of is null or asked.as_of < known_from then 'unknown' when not asked.accepting_admissions then 'closed' when asked.available <= 0 then 'none' end;
        exit when outcome is not null;
    end loop;
    if outcome is null then
        select n into number from generate_series(1, asked.maximum) n
        where not exists (select from carehomes.bed_hold h
            where h.home_id = home and h.bed_type = kind and h.bed_number = n and h.state = 'held' and h.held_until > clock_timestamp())
        order by n limit 1;
        -- Only now: a bed that was let go while this looked for one was held until then.
        start := clock_timestamp();
        -- The lock lets nobody in between; the constraint is the law all the same, and this way in waits for nobody.
        return query insert into carehomes.bed_hold as h (id, home_id, bed_type, bed_number, held_for, state, held_at, held_until)
        select hold, home, kind, number, holder, 'held', start, start + make_interval(secs => seconds) where number is not null
        on conflict on constraint one_holder_of_a_bed do nothing
        returning 'held', h.bed_number, h.held_at, h.held_until;
        if found then
            return;
        end if;
        outcome := 'none';
    end if;
    return next;
end $$;

-- The council where a person in hospital lives, for somebody who may see the stay.
create function discharge.council_of(stay uuid) returns text language sql stable security definer set search_path = '' as $$
    select r.org from discharge.access r
    where r.stay_id = stay and r.relationship = 'residence'
        and exists (select from discharge.access a where a.stay_id = stay and a.org = nullif(current_setting('hub.org', true), ''))
    limit 1
$$;

-- Audiences ------------------------------------------------------------------------------------------------------------

create function placement.assessment_audience(assessment uuid) returns text[] language sql stable security definer set search_path = '' as $$
    select array_remove(array[a.assessor, a.council, a.trust], null) from placement.assessment a where a.id = assessment
$$;

create function placement.reservation_audience(reservation uuid) returns text[] language sql stable security definer set search_path = '' as $$
    select array_remove(array[r.assessor, r.council, r.trust], null) from placement.bed_reservation r where r.id = reservation
$$;

create function placement.offer_audience(offer uuid) returns text[] language sql stable security definer set search_path = '' as $$
    select array_remove(array[o.home_organization, o.assessor, o.council, o.trust], null) from placement.offer o where o.id = offer
$$;

-- Row walls ------------------------------------------------------------------------------------------------------------
-- SYSTEM:Placement does what must follow from a change by somebody who may not see whom it touches; the jobs are named each.

create function placement.by_hub() returns boolean language sql stable as $$
    select coalesce((select nullif(current_setting('hub.org', true), '')) in ('SYSTEM:Placement', 'SYSTEM:ReservationExpiry'), false)
$$;

do $$
declare wall record;
begin
    for wall in select * from (values
        ('assessment', 'assessor', '(select carehomes.caller()) in (assessor, council, trust)'),
        ('bed_reservation', 'assessor', '(select carehomes.caller()) in (assessor, council, trust)'),
        ('offer', 'assessor', '(select carehomes.caller()) in (home_organization, assessor, council, trust)')
    ) as walls (name, maker, parties) loop
        execute format('alter table placement.%I enable row level security', wall.name);
        execute format('alter table placement.%I force row level security', wall.name);
        execute format('create policy seen on placement.%I for select using ((select placement.by_hub()) or %s)', wall.name, wall.parties);
        execute format('create policy changed on placement.%I for update using ((select placement.by_hub()) or %s)', wall.name, wall.parties);
        execute format('create policy made on placement.%I for insert with check (%I = (select carehomes.caller()))', wall.name, wall.maker);
        execute format('create policy owned on placement.%I to hub_owner using (true)', wall.name);
    end loop;
end $$;

alter table placement.assessment_version enable row level security;
alter table placement.assessment_version force row level security;
create policy seen on placement.assessment_version for select using (exists (select from placement.assessment a where a.id = assessment_id));
create policy made on placement.assessment_version for insert with check (exists (select from placement.assessment a where a.id = assessment_id and a.assessor = (select carehomes.caller())));

-- A hold is everybody's to count, nobody's to make but through hold_bed, and theirs to change who see the reservation behind it.
alter table carehomes.bed_hold enable row level security;
alter table carehomes.bed_hold force row level security;
create policy read on carehomes.bed_hold for select using (true);
create policy changed on carehomes.bed_hold for update using (exists (select from placement.bed_reservation r where r.id = bed_hold.id));
create policy owned on carehomes.bed_hold to hub_owner using (true);

-- A dispute counts against the agreement, whichever home has it.
create policy disputed on carehomes.assessor_agreement for update using ((select placement.by_hub()));

-- Who lives in a home is recorded by the council or, as it moves in, told to the home and the assessors.
create policy hub on placement.standing_placement for select using ((select placement.by_hub()));

-- Grants ---------------------------------------------------------------------------------------------------------------

grant select, update on carehomes.bed_hold to hub_app;
grant select on carehomes.told_beds to hub_app;
grant update (disputes, review_due) on carehomes.assessor_agreement to hub_app;
grant select, insert, update on placement.assessment, placement.bed_reservation, placement.offer to hub_app;
grant select, insert on placement.assessment_version to hub_app;
grant select on placement.flow_policy, placement.match_weights to hub_app;
revoke execute on function carehomes.hold_bed(uuid, uuid, text, text, int, timestamptz, int), discharge.council_of(uuid), placement.assessment_audience(uuid),
    placement.reservation_audience(uuid), placement.offer_audience(uuid) from public;
grant execute on function carehomes.hold_bed(uuid, uuid, text, text, int, timestamptz, int), discharge.council_of(uuid), placement.assessment_audience(uuid),
    placement.reservation_audience(uuid), placement.offer_audience(uuid) to hub_app;

-- Everyone: how many beds there are, never for whom one is held.
grant select on carehomes.bed_hold, carehomes.told_beds to hub_directory;

-- What everybody goes by until an operator says otherwise.
insert into placement.flow_policy (only_row, assessment_hours, hold_minutes, longest_hold_hours, accepted_hold_hours, answer_hours, most_held, agreement_review_days)
values (true, 72, 1440, 72, 168, 24, 25, 14);
insert into placement.match_weights (version, distance, freshness, cqc, pamms, in_borough, preference, continuity, price, added_at)
values (1, 20, 10, 15, 10, 10, 15, 10, 10, '2026-11-26T00:00:00Z');
