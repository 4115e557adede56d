-- What EF cannot say of referrals: who sees which, the audience of what is told, row walls, who may do what, and the tiers that all begin with.

-- Everyone who may see a referral: the audience of its events.
create function referrals.audience(referral uuid) returns text[] language sql stable security definer set search_path = '' as $$
    select array_agg(a.org order by a.org) from referrals.access a where a.referral_id = referral
$$;

-- The lists of the parties follow the referral itself.
create function referrals.keep_access() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    if tg_op = 'INSERT' then
        insert into referrals.access (org, referral_id, breach_at, open)
        select distinct party, new.id, new.breach_at, new.ended_at is null
        from unnest(array[new.performer, new.requester, new.council, new.trust]) party where party is not null;
    else
        update referrals.access set breach_at = new.breach_at, open = new.ended_at is null where referral_id = new.id;
    end if;
    return null;
end $$;

create trigger keep_access_of_new after insert on referrals.referral for each row execute function referrals.keep_access();
create trigger keep_access after update on referrals.referral for each row
    when ((old.breach_at, old.ended_at is null) is distinct from (new.breach_at, new.ended_at is null)) execute function referrals.keep_access();

-- Row walls ------------------------------------------------------------------------------------------------------------
-- SYSTEM:Referrals does what must follow from a change by somebody who may not see whom it touches; the job is named.

create function referrals.by_hub() returns boolean language sql stable as $$
    select coalesce((select nullif(current_setting('hub.org', true), '')) in ('SYSTEM:Referrals', 'SYSTEM:ReferralClock'), false)
$$;

alter table referrals.referral enable row level security;
alter table referrals.referral force row level security;
create policy seen on referrals.referral for select using ((select referrals.by_hub()) or (select nullif(current_setting('hub.org', true), '')) in (performer, requester, council, trust));
create policy changed on referrals.referral for update using ((select referrals.by_hub()) or (select nullif(current_setting('hub.org', true), '')) in (performer, requester));
create policy made on referrals.referral for insert with check ((select referrals.by_hub()) or requester = (select nullif(current_setting('hub.org', true), '')));
create policy owned on referrals.referral to hub_owner using (true);

alter table referrals.access enable row level security;
alter table referrals.access force row level security;
create policy own on referrals.access for select using (org = (select nullif(current_setting('hub.org', true), '')));
create policy owned on referrals.access to hub_owner using (true);

-- Grants ---------------------------------------------------------------------------------------------------------------

grant usage on schema referrals to hub_app;
grant select, insert, update on referrals.referral to hub_app;
grant select on referrals.access, referrals.care_service, referrals.care_tier to hub_app;
revoke execute on function referrals.audience(uuid), referrals.keep_access() from public;
grant execute on function referrals.audience(uuid) to hub_app;

-- What everybody goes by until an operator says otherwise: the two national standards of urgent community response, Halton's 72 hours, and the
-- way home from hospital. The clock that always runs decides; the other stands beside it.
insert into referrals.care_tier
    (code, governs, elapsed_minutes, service_minutes, warn_minutes, priority, response_priority, team_types, hospital_bed, least_age, needs_condition, follow_up_days)
values
    ('crisis', 'elapsed', 120, 120, 30, 'stat', '4', '{51,49}', 'either', 18, true, 0),
    ('reablement', 'elapsed', 2880, 1440, 360, 'urgent', '2', '{52,53}', 'never', 18, false, 91),
    ('halton-72h', 'elapsed', 4320, 2160, 720, 'urgent', '2', '{51,52,53}', 'either', 18, false, 91),
    ('step-down', 'agreed-day', 0, 0, 720, 'routine', '3', '{53,54}', 'only', 18, false, 91);

-- What a home's return does not know yet of the beds held there: found at once, however many were held and let go since yesterday.
create index bed_hold_not_ended on carehomes.bed_hold (home_id, bed_type, (coalesce(ended_at, 'infinity'::timestamptz)));
