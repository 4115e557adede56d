-- What the partners' work comes to: each day's indicators, kept with small counts hidden, and how they are counted from the records.
-- The account hub_directory reads the kept days and nothing behind them.

create schema insight;
create table insight.kpi (
    day date not null,
    code text not null,
    group_system text not null default '',
    group_code text not null default '',
    group_name text not null default '',
    place smallint not null,
    status text not null check (status in ('told', 'suppressed', 'no-data')),
    value numeric(8, 1),
    numerator integer,
    denominator integer,
    counted_at timestamptz not null,
    primary key (day, code, group_system, group_code),
    check ((status = 'told') = (value is not null) and (status = 'told' or (numerator is null and denominator is null)))
);
comment on table insight.kpi is 'not about a person: indicators of ended days, small counts hidden';
create index kpi_over_time on insight.kpi (code, day);
grant usage on schema insight to hub_app, hub_directory;
grant select, insert, delete on insight.kpi to hub_app;
grant select on insight.kpi to hub_directory;

-- What is counted, is counted by the owner: nothing leaves these functions but counts. Each answers groups that add up to the whole:
-- code of the indicator, the group's code and name, records behind it (records), those that count (hit), those that could have (whole), days.
create type insight.group_count as (code text, grp text, name text, records bigint, hit bigint, whole bigint, days double precision);

create policy counted on discharge.criteria_review for select to hub_owner using (true);
create policy counted on discharge.delay for select to hub_owner using (true);
create policy counted on placement.standing_placement for select to hub_owner using (true);

-- Who was in hospital at the end of a day; whether they met the criteria to reside, and why they stayed, by what is known of that day.
create function insight.of_inpatients(day date) returns setof insight.group_count language sql stable as $$
    with ended as (select (day + 1)::timestamp at time zone 'Europe/London' as at),
    inpatient as (
        select s.id, s.trust, s.admitted_at, r.meets, e.at
        from ended e, discharge.stay s
        left join lateral (
            select cardinality(r.criteria) > 0 as meets from discharge.criteria_review r, ended e
            where r.stay_id = s.id and r.reviewed_at < e.at order by r.reviewed_at desc, r.id desc limit 1) r on true
        where s.admitted_at < e.at and (s.state <= 3 or s.discharged_at >= e.at or (s.state = 5 and s.changed_at >= e.at)))
    select 'no-criteria-to-reside', i.trust, o.name, count(*), count(*) filter (where not i.meets), count(*) filter (where i.meets is not null), null::double precision
    from inpatient i join access.organization o on o.code = i.trust group by 2, 3
    union all
    select 'long-stay', i.trust, o.name, count(*), count(*) filter (where i.admitted_at <= i.at - interval '21 days'), count(*), null
    from inpatient i join access.organization o on o.code = i.trust group by 2, 3
    union all
    select 'waiting-to-leave', coalesce(f.family, 'none-recorded'), null, count(*), count(*) filter (where not i.meets), count(*), null
    from inpatient i
    left join lateral (
        select d.reason from discharge.delay d where d.stay_id = i.id and d.delayed_on <= day order by d.delayed_on desc, d.recorded_at desc limit 1) d on true
    left join lateral (
        select c.properties ->> 'family' as family from codes.concept c
        where c.system = 'https://one-halton.example/fhir/CodeSystem/delay-reason' and c.code = d.reason order by c.valid_from desc limit 1) f on true
    where not i.meets group by 2
$$;

-- Who left in the four weeks up to a day, and the assessments that were due in them.
create function insight.of_discharges(day date) returns setof insight.group_count language sql stable as $$
    with period as (
        select (day - 27)::timestamp at time zone 'Europe/London' as since, (day + 1)::timestamp at time zone 'Europe/London' as until),
    gone as (
        select s.pathway, s.discharged_at, s.allocated_at, s.discharge_ready_date
        from discharge.stay s, period p
        where s.state = 4 and s.discharged_at >= p.since and s.discharged_at < p.until and s.discharge_method not in ('4', '5'))
    select 'ready-to-discharge-days', coalesce(pathway, 'none-recorded'), null, count(*), count(*), count(*),
        sum((discharged_at at time zone 'Europe/London')::date - discharge_ready_date)::double precision
    from gone where discharge_ready_date is not null group by 2
    union all
    select 'allocation-to-discharge-days', coalesce(pathway, 'none-recorded'), null, count(*), count(*), count(*),
        sum(extract(epoch from discharged_at - allocated_at) / 86400)::double precision
    from gone where allocated_at <= discharged_at group by 2
    union all
    select 'assessment-within-24-hours', s.trust, o.name, count(*), count(*) filter (where s.assessment_started_at <= s.assessment_due_at), count(*), null
    from period p, discharge.stay s join access.organization o on o.code = s.trust
    where s.assessment_due_at >= p.since and s.assessment_due_at < p.until and s.state <> 5
        and (s.assessment_started_at is not null or s.discharged_at is null or s.discharged_at >= s.assessment_due_at)
    group by 2, 3
$$;

-- Referrals whose time ran out in the four weeks up to a day, answered in time or not; and where people were some time after their care.
create function insight.of_referrals(day date) returns setof insight.group_count language sql stable as $$
    with period as (
        select (day - 27)::timestamp at time zone 'Europe/London' as since, (day + 1)::timestamp at time zone 'Europe/London' as until),
    due as (
        select r.tier, r.service, t.elapsed_minutes, coalesce(r.first_contact_at <= r.breach_at, false) as in_time
        from period p, referrals.referral r join referrals.care_tier t on t.code = r.tier
        where r.breach_at >= p.since and r.breach_at < p.until
            and (r.first_contact_at is not null or r.ended_at is null or r.ended_at >= r.breach_at))
    select 'response-within-2-hours', d.service, s.name, count(*), count(*) filter (where in_time), count(*), null::double precision
    from due d join referrals.care_service s on s.code = d.service where d.elapsed_minutes = 120 group by 2, 3
    union all
    select 'response-in-time', tier, null, count(*), count(*) filter (where in_time), count(*), null from due group by 2
    union all
    select 'home-after-91-days', follow_up_outcome, null, count(*), count(*) filter (where follow_up_outcome = 'at-home'), count(*), null
    from referrals.referral where followed_up_on between day - 27 and day and follow_up_outcome <> 'not-known' group by 2
$$;

-- People in homes outside the area of the council that placed them; and the homes of the councils' own areas: beds, returns and ratings.
create function insight.of_homes(day date) returns setof insight.group_count language sql stable as $$
    with ended as (
        select (day + 1)::timestamp at time zone 'Europe/London' as at, make_interval(hours => fresh_hours) as fresh, make_interval(days => ageing_days) as known
        from carehomes.freshness_policy),
    home as (
        select h.id, h.rating_overall, h.rated_on from carehomes.care_home h
        where h.is_care_home and not h.dormant and h.local_authority in (select local_authority from access.organization where kind = 'Council')
            and coalesce(h.registration_date <= day, true) and coalesce(h.deregistration_date > day, h.registration_status = 'Registered')),
    said as (
        select distinct on (c.home_id, c.bed_type) c.home_id, c.bed_type, c.as_of, c.maximum, c.available, c.accepting_admissions
        from ended e, carehomes.capacity_history c where c.as_of < e.at order by c.home_id, c.bed_type, c.as_of desc, c.id desc),
    placed as (
        select p.out_of_area_reason, h.local_authority is distinct from o.local_authority as away
        from placement.standing_placement p join carehomes.care_home h on h.id = p.home_id join access.organization o on o.code = p.council
        where p.started_on <= day and coalesce(p.ended_on > day, true))
    select 'people-out-of-borough', case when away then coalesce(out_of_area_reason, 'none-recorded') end, null::text, count(*), count(*) filter (where away), count(*), null::double precision
    from placed group by 2
    union all
    select 'bed-vacancy', s.bed_type, null, count(*), coalesce(sum(s.available) filter (where s.accepting_admissions), 0), sum(s.maximum), null
    from ended e, home h join said s on s.home_id = h.id where s.as_of >= e.at - e.known group by 2
    union all
    select 'return-freshness', f.age, null, count(*), count(*) filter (where f.age = 'fresh'), count(*), null
    from home h
    cross join lateral (
        select case when max(s.as_of) is null then 'never' when max(s.as_of) >= max(e.at) - max(e.fresh) then 'fresh' when max(s.as_of) >= max(e.at) - max(e.known) then 'ageing' else 'stale' end as age
        from ended e left join said s on s.home_id = h.id) f
    group by 2
    union all
    select 'rated-good-or-outstanding', rating_overall, null, count(*), count(*) filter (where rating_overall in ('good', 'outstanding')), count(*), null
    from home where rated_on <= day and rating_overall in ('outstanding', 'good', 'requires-improvement', 'inadequate') group by 2
$$;

-- Where people were pointed in the four weeks up to a day, by the topmost need, and what came back of it.
create function insight.of_signposting(day date) returns setof insight.group_count language sql stable as $$
    with recursive period as (
        select (day - 27)::timestamp at time zone 'Europe/London' as since, (day + 1)::timestamp at time zone 'Europe/London' as until),
    top as (
        select id as term, id, parent_id, name from directory.taxonomy_term
        union all
        select t.term, p.id, p.parent_id, p.name from top t join directory.taxonomy_term p on p.id = t.parent_id),
    pointed as (
        select s.need_id, s.service_id, case when s.outcome_at < p.until then s.outcome end as outcome
        from period p, directory.signposting s where s.recorded_at >= p.since and s.recorded_at < p.until)
    select 'signposting-reach', t.id::text, t.name, count(*), count(*) filter (where p.service_id is not null), count(*), null::double precision
    from pointed p join top t on t.term = p.need_id and t.parent_id is null group by 2, 3
    union all
    select 'signposting-outcome-known', coalesce(outcome, 'none-recorded'), null, count(*), count(*) filter (where outcome is not null), count(*), null
    from pointed where service_id is not null group by 2
$$;

-- The door to them: the clock's own caller alone comes in.
create function insight.counted(day date) returns setof insight.group_count language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    if coalesce(nullif(current_setting('hub.org', true), '') <> 'SYSTEM:KpiSnapshot', true) then
        raise exception 'the clock alone asks for this' using errcode = 'insufficient_privilege';
    end if;
    return query
        select * from insight.of_inpatients(day) union all select * from insight.of_discharges(day) union all select * from insight.of_referrals(day)
        union all select * from insight.of_homes(day) union all select * from insight.of_signposting(day);
end $$;

-- Which days are to be counted: those not kept yet, back to the first that there is anything to tell of, and those whose count may still change.
create function insight.days_to_count(today date, earliest date, at timestamptz, most integer) returns setof date language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    if coalesce(nullif(current_setting('hub.org', true), '') <> 'SYSTEM:KpiSnapshot', true) then
        raise exception 'the clock alone asks for this' using errcode = 'insufficient_privilege';
    end if;
    return query
        select d::date from generate_series(
            greatest(earliest, least(
                (select min(admitted_at) from discharge.stay)::date, (select min(referred_at) from referrals.referral)::date,
                (select min(started_on) from placement.standing_placement), (select min(as_of) from carehomes.capacity_history)::date,
                (select min(recorded_at) from directory.signposting)::date)), today, interval '1 day') d
        left join (select k.day, min(k.counted_at) as counted_at from insight.kpi k group by k.day) kept on kept.day = d
        where kept.day is null or (kept.counted_at < d + interval '8 days' and kept.counted_at < at - interval '1 hour')
        order by d desc limit most;
end $$;
revoke execute on all functions in schema insight from public;
grant execute on function insight.counted(date), insight.days_to_count(date, date, timestamptz, integer) to hub_app;
