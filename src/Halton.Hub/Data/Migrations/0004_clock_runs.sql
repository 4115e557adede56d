-- The clock's history: a row for each run of a job, and what outlives the runs.

create table clock.run (
    fence bigint primary key,
    job text not null,
    slot timestamptz not null,
    node text not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    ended_at timestamptz,
    outcome text check (outcome in ('succeeded', 'failed', 'lost', 'skipped')),
    counts jsonb not null default '{}',
    error text,
    constraint run_ended check ((outcome is null) = (ended_at is null))
);
comment on table clock.run is 'not about a person: what each run of a job came to; counts and names of errors only';
create index run_by_job on clock.run (job, fence desc);
create index run_under_way on clock.run (job, slot) where outcome is null;

create table clock.job (
    job text primary key,
    since timestamptz not null default clock_timestamp(),
    succeeded_at timestamptz
);
comment on table clock.job is 'not about a person: since when each job is expected, and when it last did its work';

create table clock.timetable (
    name text primary key,
    seen_at timestamptz not null
);
comment on table clock.timetable is 'not about a person: which timetables nodes tick by, so that one that no node uses any longer can go';
