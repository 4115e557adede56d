-- What EF cannot say of the directory: its place index, its word index, its opening rule, its own logs, its walls and who may do what.
-- The account hub_directory reaches this schema, the code lists and the postcodes, and nothing about a person.

create extension if not exists cube;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Places ---------------------------------------------------------------------------------------------------------------

-- A point of the globe in three dimensions, in metres from its middle: an index on it answers "nearest first" without any map projection.
create function directory.point(latitude double precision, longitude double precision) returns cube language sql immutable parallel safe as $$
    select cube(array[
        6371008.8 * cos(radians(latitude)) * cos(radians(longitude)),
        6371008.8 * cos(radians(latitude)) * sin(radians(longitude)),
        6371008.8 * sin(radians(latitude))])
$$;

-- The straight line through the globe that belongs to a way over its ground, both in metres; and back.
create function directory.chord(metres double precision) returns double precision language sql immutable parallel safe as $$
    select 2 * 6371008.8 * sin(least(metres, 20015000) / (2 * 6371008.8))
$$;
create function directory.metres(chord double precision) returns double precision language sql immutable parallel safe as $$
    select 2 * 6371008.8 * asin(least(1, chord / (2 * 6371008.8)))
$$;

alter table directory.service_at_location add column place cube;
create index service_at_location_by_place on directory.service_at_location using gist (place);

create function directory.keep_place() returns trigger language plpgsql as $$
begin
    select directory.point(l.latitude, l.longitude) into new.place from directory.location l where l.id = new.location_id and l.latitude is not null;
    return new;
end $$;
create trigger keep_place before insert or update of location_id on directory.service_at_location for each row execute function directory.keep_place();

-- Runs as the owner: a place may carry services of several maintainers.
create function directory.move_place() returns trigger language plpgsql security definer set search_path = directory, public as $$
begin
    update directory.service_at_location set place = case when new.latitude is not null then directory.point(new.latitude, new.longitude) end where location_id = new.id;
    return null;
end $$;
create trigger move_place after update of latitude, longitude on directory.location for each row execute function directory.move_place();

-- Words ----------------------------------------------------------------------------------------------------------------

create table directory.service_words (
    service_id uuid primary key references directory.service (id) on delete cascade,
    search tsvector not null,
    words text not null
);
comment on table directory.service_words is 'not about a person: the words that services are found by';
create index service_words_search on directory.service_words using gin (search);
create index service_words_typos on directory.service_words using gin (words gin_trgm_ops);

-- Runs as the owner, so that nobody has to be allowed to write the index.
create function directory.index_words(services uuid[]) returns void language sql security definer set search_path = directory, public as $$
    insert into directory.service_words (service_id, search, words)
    select s.id,
        setweight(to_tsvector('english', unaccent(s.name || ' ' || coalesce(s.alternate_name, ''))), 'A')
            || setweight(to_tsvector('english', unaccent(coalesce(t.names, ''))), 'B')
            || setweight(to_tsvector('english', unaccent(o.name)), 'C')
            || setweight(to_tsvector('english', unaccent(coalesce(s.description, ''))), 'D'),
        lower(unaccent(concat_ws(' ', s.name, s.alternate_name, t.names, o.name)))
    from directory.service s
    join directory.organization o on o.id = s.organization_id
    left join lateral (
        select string_agg(term.name, ' ' order by term.name) as names
        from directory.attribute a join directory.taxonomy_term term on term.id = a.taxonomy_term_id where a.service_id = s.id) t on true
    where s.id = any (services)
    on conflict (service_id) do update set search = excluded.search, words = excluded.words
$$;

create function directory.words_of_services() returns trigger language plpgsql security definer set search_path = directory, public as $$
begin
    perform directory.index_words(array(select id from changed));
    return null;
end $$;
create trigger words_of_new_services after insert on directory.service referencing new table as changed for each statement execute function directory.words_of_services();
create trigger words_of_services after update on directory.service referencing new table as changed for each statement execute function directory.words_of_services();

create function directory.words_of_terms() returns trigger language plpgsql security definer set search_path = directory, public as $$
begin
    perform directory.index_words(array(select distinct c.service_id from changed c join directory.service s on s.id = c.service_id));
    return null;
end $$;
create trigger words_of_new_terms after insert on directory.attribute referencing new table as changed for each statement execute function directory.words_of_terms();
create trigger words_of_lost_terms after delete on directory.attribute referencing old table as changed for each statement execute function directory.words_of_terms();

create function directory.words_of_organizations() returns trigger language plpgsql security definer set search_path = directory, public as $$
begin
    perform directory.index_words(array(select s.id from changed c join directory.service s on s.organization_id = c.id));
    return null;
end $$;
create trigger words_of_organizations after update on directory.organization referencing new table as changed for each statement execute function directory.words_of_organizations();

-- Opening --------------------------------------------------------------------------------------------------------------

-- Whether a rule of repetition has an occurrence on a day: the one place that knows, for filters and for what is shown.
create function directory.held_on(s directory.schedule, day date) returns boolean language sql immutable parallel safe as $$
    select coalesce(s.valid_from <= day, true) and coalesce(s.valid_to >= day, true) and coalesce(s.dtstart <= day, true)
        and case coalesce(s.freq, case when s.byday is not null then 'WEEKLY' end)
            when 'WEEKLY' then
                coalesce((array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[extract(isodow from day)::int] = any (string_to_array(s.byday, ',')),
                    extract(isodow from s.dtstart) = extract(isodow from day), true)
                -- Every second week counts from the week of the first occurrence.
                and coalesce((date_trunc('week', day)::date - date_trunc('week', s.dtstart)::date) / 7 % s."interval" = 0, true)
            when 'MONTHLY' then
                (coalesce(extract(day from day)::int::text = any (string_to_array(s.bymonthday, ',')), false)
                    or coalesce(
                        ((extract(day from day)::int - 1) / 7 + 1)::text || (array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[extract(isodow from day)::int]
                            = any (string_to_array(s.byday, ',')), false)
                    or coalesce(
                        extract(month from day + 7) <> extract(month from day)
                            and '-1' || (array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[extract(isodow from day)::int] = any (string_to_array(s.byday, ',')), false)
                    or (s.bymonthday is null and s.byday is null and extract(day from s.dtstart) = extract(day from day)))
                and coalesce(((extract(year from day) - extract(year from s.dtstart)) * 12 + extract(month from day) - extract(month from s.dtstart))::int % s."interval" = 0, true)
            else coalesce(s.dtstart = day, true)
        end
$$;

-- Whether the occurrence of the day, if there is one, touches a time window.
create function directory.open_between(s directory.schedule, day date, earliest time, latest time) returns boolean language sql immutable parallel safe as $$
    select directory.held_on(s, day) and coalesce(s.opens_at < latest, true) and coalesce(s.closes_at > earliest, true)
$$;

-- The next moment, in a fortnight, at which a service opens or is open: local time.
create function directory.next_opening(service uuid, now timestamp) returns timestamp language sql stable parallel safe as $$
    select min(greatest(day::date + coalesce(s.opens_at, time '00:00'), now))
    from directory.schedule s, generate_series(now::date, now::date + 14, interval '1 day') day
    where s.service_id = service and directory.held_on(s, day::date) and day::date + coalesce(s.closes_at, time '24:00') > now
$$;

-- The directory's own logs: shaped as those about people, apart from them ----------------------------------------------

create table directory.entry (
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
comment on table directory.entry is 'not about a person: who changed what in the directory';
create trigger inserts_only before update or delete or truncate on directory.entry for each statement execute function audit.refuse_change();

create table directory.event (
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
comment on table directory.event is 'not about a person: changes of the directory';

create table directory.answered (
    partner text not null,
    request_id uuid not null,
    org text not null,
    operation text not null,
    fingerprint bytea not null,
    answer jsonb not null,
    answered_at timestamptz not null,
    primary key (partner, request_id)
);
comment on table directory.answered is 'not about a person: answers of the directory, kept for repeats';

-- Who hears: of a service, everyone; of a signposting, the two organisations that it joins.
create function directory.everyone(record uuid) returns text[] language sql immutable as $$ select array['EVERYONE'] $$;
create function directory.signposting_audience(record uuid) returns text[] language sql stable as $$
    select array_remove(array[recorded_by, nullif(service_maintained_by, recorded_by)], null) from directory.signposting where id = record
$$;

create table access.trusted_document (
    partner_id text not null references access.partner (id),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    document text not null,
    added_at timestamptz not null,
    primary key (partner_id, sha256)
);
comment on table access.trusted_document is 'not about a person: GraphQL documents that a partner may send';

-- Walls: everyone reads, only the maintainer writes ---------------------------------------------------------------------

create function directory.caller() returns text language sql stable parallel safe as $$ select nullif(current_setting('hub.org', true), '') $$;

do $$
declare
    own text;
    child record;
begin
    for child in select * from (values
        ('organization', 'maintained_by'),
        ('service', 'maintained_by'),
        ('organization_identifier', '(select o.maintained_by from directory.organization o where o.id = organization_id)'),
        ('location', '(select o.maintained_by from directory.organization o where o.id = organization_id)'),
        ('address', '(select o.maintained_by from directory.location l join directory.organization o on o.id = l.organization_id where l.id = location_id)'),
        ('accessibility', '(select o.maintained_by from directory.location l join directory.organization o on o.id = l.organization_id where l.id = location_id)'),
        ('service_at_location', '(select s.maintained_by from directory.service s where s.id = service_id)'),
        ('schedule', '(select s.maintained_by from directory.service s where s.id = service_id)'),
        ('service_area', '(select s.maintained_by from directory.service s where s.id = service_id)'),
        ('cost_option', '(select s.maintained_by from directory.service s where s.id = service_id)'),
        ('language', '(select s.maintained_by from directory.service s where s.id = service_id)'),
        ('funding', '(select s.maintained_by from directory.service s where s.id = service_id)'),
        ('contact', '(select s.maintained_by from directory.service s where s.id = service_id)'),
        ('attribute', '(select s.maintained_by from directory.service s where s.id = service_id)'),
        ('phone', '(select s.maintained_by from directory.contact c join directory.service s on s.id = c.service_id where c.id = contact_id)')
    ) as walls (name, maintainer) loop
        own := format('(select directory.caller()) in (%s, ''SYSTEM:Seed'')', child.maintainer);
        execute format('alter table directory.%I enable row level security', child.name);
        execute format('alter table directory.%I force row level security', child.name);
        execute format('create policy read on directory.%I for select using (true)', child.name);
        execute format('create policy added on directory.%I for insert with check (%s)', child.name, own);
        execute format('create policy changed on directory.%I for update using (%s)', child.name, own);
        execute format('create policy removed on directory.%I for delete using (%s)', child.name, own);
    end loop;
end $$;
-- Everyone counts needs; only the two organisations that a signposting joins write it.
alter table directory.signposting enable row level security;
alter table directory.signposting force row level security;
create policy read on directory.signposting for select using (true);
create policy added on directory.signposting for insert with check ((select directory.caller()) = recorded_by);
create policy changed on directory.signposting for update using ((select directory.caller()) in (recorded_by, service_maintained_by));
create policy moved on directory.service_at_location for update to hub_owner using (true);

-- Grants ---------------------------------------------------------------------------------------------------------------

grant usage on schema directory, codes to hub_directory;
grant select on all tables in schema directory, codes to hub_directory;
grant insert, update on directory.organization, directory.service, directory.location, directory.signposting to hub_directory;
grant insert, delete, update on directory.organization_identifier, directory.address, directory.accessibility, directory.service_at_location, directory.schedule,
    directory.service_area, directory.cost_option, directory.language, directory.funding, directory.contact, directory.phone, directory.attribute to hub_directory;
grant insert on directory.entry, directory.event, directory.answered to hub_directory;
revoke execute on function directory.index_words(uuid[]), directory.words_of_services(), directory.words_of_terms(), directory.words_of_organizations(), directory.move_place() from public;
grant select on access.trusted_document to hub_app;
grant select on codes.postcode_area to hub_app;
