-- What EF cannot say of the work on discharges: the walls of its history, how much time the clocks give, and which of them are due.

do $$
declare child text;
begin
    foreach child in array array['worker_allocation', 'delay'] loop
        execute format('alter table discharge.%I enable row level security', child);
        execute format('alter table discharge.%I force row level security', child);
        execute format($policy$create policy seen on discharge.%I for select using (
            exists (select 1 from discharge.access a where a.stay_id = %I.stay_id and a.org = nullif(current_setting('hub.org', true), '')))$policy$, child, child);
        execute format($policy$create policy added on discharge.%I for insert with check (
            nullif(current_setting('hub.org', true), '') = 'SYSTEM:Seed' or
            exists (select 1 from discharge.access a where a.stay_id = %I.stay_id and a.org = nullif(current_setting('hub.org', true), '')))$policy$, child, child);
    end loop;
end $$;
grant select, insert on discharge.worker_allocation, discharge.delay to hub_app;

-- Board rounds: who is in a hospital or on a ward now, who left since a day that has passed, and who was taken off the list since.
create index stay_in_hospital on discharge.stay (site, ward) where state <= 3;
create index stay_left on discharge.stay (site, discharged_at, admitted_at) where discharged_at is not null;
create index stay_taken_off on discharge.stay (site, changed_at) where state = 5;

create table discharge.clock_policy (
    only_row boolean primary key default true check (only_row),
    assessment interval not null check (assessment > '0'),
    assessment_warning interval not null check (assessment_warning between '0' and assessment),
    discharge interval not null check (discharge > '0'),
    discharge_warning interval not null check (discharge_warning between '0' and discharge)
);
comment on table discharge.clock_policy is 'not about a person: how much time the clocks of discharges give';
insert into discharge.clock_policy (assessment, assessment_warning, discharge, discharge_warning) values ('24:00:00', '04:00:00', '168:00:00', '24:00:00');
grant select on discharge.clock_policy to hub_app;

-- Runs as the owner for the clock alone, so that the walls of stays stay as they are: it hears which stays, and of which trust, and changes them as that trust.
create function discharge.clocks_due(at timestamptz) returns table (stay uuid, trust text) language plpgsql stable security definer set search_path = '' as $$
begin
    if coalesce(nullif(current_setting('hub.org', true), '') <> 'SYSTEM:AssessmentClock', true) then
        raise exception 'the clock alone asks for this' using errcode = 'insufficient_privilege';
    end if;
    return query
        (select s.id, s.trust from discharge.stay s
            where s.state <= 3 and s.assessment_started_at is null and ((s.assessment_warn_at <= at and s.assessment_told is null)
                or (s.assessment_due_at <= at and s.assessment_told is distinct from 'discharge.assessment-breached'))
            order by s.assessment_due_at limit 500)
        union
        (select s.id, s.trust from discharge.stay s
            where s.state <= 3 and ((s.discharge_warn_at <= at and s.discharge_told is null)
                or (s.discharge_due_at <= at and s.discharge_told is distinct from 'discharge.discharge-breached'))
            order by s.discharge_due_at limit 500);
end $$;
revoke execute on function discharge.clocks_due(timestamptz) from public;
grant execute on function discharge.clocks_due(timestamptz) to hub_app;
create policy clocks on discharge.stay for select to hub_owner using (true);

-- What was decided before the clocks were there: the ward's referral counts, and what is late already is not told of as news.
create policy filled on discharge.stay for update to hub_owner using (true);
create policy filled on discharge.pathway_decision for select to hub_owner using (true);
update discharge.stay s set
    care_transfer_hub_referred_at = d.at, assessment_due_at = d.at + interval '24 hours', assessment_warn_at = d.at + interval '20 hours',
    assessment_told = case when d.at + interval '24 hours' <= now() then 'discharge.assessment-breached' end
from (select stay_id, min(decided_at) as at from discharge.pathway_decision where care_transfer_hub_referred group by stay_id) d where d.stay_id = s.id;
drop policy filled on discharge.stay;
drop policy filled on discharge.pathway_decision;
