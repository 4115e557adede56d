-- What EF cannot say of care packages: the walls, the audience, and who may do what. The provider sees its package and nothing of the stay.

alter table discharge.care_package enable row level security;
alter table discharge.care_package force row level security;
create policy seen on discharge.care_package for select using (
    provider = (select nullif(current_setting('hub.org', true), ''))
    or exists (select 1 from discharge.access a where a.stay_id = care_package.stay_id and a.org = (select nullif(current_setting('hub.org', true), ''))));
create policy held on discharge.care_package for insert with check (
    exists (select 1 from discharge.access a where a.stay_id = care_package.stay_id and a.org = (select nullif(current_setting('hub.org', true), ''))));
create policy followed on discharge.care_package for update using (
    exists (select 1 from discharge.access a where a.stay_id = care_package.stay_id and a.org = (select nullif(current_setting('hub.org', true), ''))));
create policy owned on discharge.care_package to hub_owner using (true);
grant select, insert, update on discharge.care_package to hub_app;

-- The provider, and everyone who may see the stay.
create function discharge.package_audience(package uuid) returns text[] language sql stable security definer set search_path = '' as $$
    select array_agg(distinct party order by party) from discharge.care_package p
        cross join lateral (select p.provider union all select a.org from discharge.access a where a.stay_id = p.stay_id) as parties (party)
    where p.id = package
$$;
revoke execute on function discharge.package_audience(uuid) from public;
grant execute on function discharge.package_audience(uuid) to hub_app;
