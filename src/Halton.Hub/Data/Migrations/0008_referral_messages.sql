-- Messages about referrals: who sees them, and that they only grow in number.

alter table referrals.message enable row level security;
alter table referrals.message force row level security;
create policy seen on referrals.message for select using (exists (select from referrals.referral r where r.id = referral_id));
create policy made on referrals.message for insert with check (org = (select nullif(current_setting('hub.org', true), '')));
create policy owned on referrals.message to hub_owner using (true);

grant select, insert on referrals.message to hub_app;
