-- The clock: fences of the hub's own, and room for the scheduler's tables, which the scheduler's library makes.

create schema clock;

create sequence clock.fence;

create table clock.firing (
    job text not null,
    slot timestamptz not null,
    fence bigint not null,
    node text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    primary key (job, slot)
);
comment on table clock.firing is 'not about a person: which firing of a job was begun and ended by whom; only the latest fence of each may write';

grant usage on schema clock to hub_app;
grant usage on sequence clock.fence to hub_app;
grant select, insert, update, delete on clock.firing to hub_app;
alter default privileges in schema clock grant select, insert, update, delete on tables to hub_app;
