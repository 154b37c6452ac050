-- Moments that only Java compares are written as in V1. What SQL compares is a whole number of milliseconds since 1970, or a day or month of the UTC calendar.

create table tickets (
    sequence     integer primary key,                         -- order of adding
    job          text not null unique references jobs (id),   -- the row is gone when the job is final
    owner        text not null check (owner <> ''),
    kind         text not null check (kind in ('refine', 'generate')),
    lane         text not null check (lane <> ''),            -- name of the provider
    priority     text not null check (priority in ('high', 'normal', 'low')),
    turn         integer not null,                            -- the lower one first within a priority
    round        integer not null check (round >= 1),         -- 1 = not retried
    slot         integer check (slot >= 1),                   -- null = no limit to how many may be open
    not_before   text not null,
    deadline     text,                                        -- null = never begun
    lease_holder text,                                        -- null = nobody works on it
    lease_until  text,
    check ((lease_holder is null) = (lease_until is null))
) strict;

create unique index tickets_by_slot on tickets (owner, kind, slot) where slot is not null;
create index tickets_by_owner on tickets (owner, kind);

-- Jobs that a killed process of the foundation left open wait for a worker now.
insert into tickets (job, owner, kind, lane, priority, turn, round, not_before)
select id, owner, json_extract(work, '$.type'), coalesce(nullif(provider_name, ''), 'local'), 'normal',
       row_number() over (order by sequence), 1, created_at
from jobs
where status in ('pending', 'processing')
order by sequence;

create table turns (
    priority   text primary key check (priority in ('high', 'normal', 'low')),
    last_begun integer not null                               -- the highest turn that was ever begun
) strict, without rowid;

create table provider_calls (
    sequence   integer primary key,
    id         text not null unique check (length(id) = 36),
    job        text not null references jobs (id),
    owner      text not null check (owner <> ''),
    part       integer not null check (part >= 0),
    round      integer not null check (round >= 1),
    attempt    integer not null check (attempt >= 0),
    provider   text not null,
    model      text,                                          -- null = the configured one
    request    text not null check (length(request) = 64),    -- SHA-256
    estimate   text not null check (json_type(estimate) = 'object'),
    state      text not null check (json_type(state) = 'object'),
    status     text not null generated always as (json_extract(state, '$.type')) stored
               check (status in ('planned', 'sending', 'accepted', 'result_stored', 'done', 'failed', 'outcome_unknown')),
    booked     integer not null check (booked >= 0),          -- micro-USD out of budgets
    planned_at text not null,
    day        text not null,                                 -- of planned_at in UTC, such as 2026-11-20
    month      text not null,                                 -- such as 2026-11
    changed_at text not null
) strict;

create index provider_calls_by_job on provider_calls (job, sequence);
create index provider_calls_by_owner on provider_calls (owner, sequence);
create index provider_calls_open on provider_calls (sequence)
    where status in ('planned', 'sending', 'accepted', 'result_stored');
create index provider_calls_by_month on provider_calls (owner, month, booked) where booked > 0;
create index provider_calls_by_day on provider_calls (day, booked) where booked > 0;

create table answers (
    call  text primary key references provider_calls (id),
    bytes blob not null                                       -- the beginning of what was no image
) strict, without rowid;

create table events (
    job        text not null references jobs (id),
    of_job     integer not null,                              -- from 1 without gaps
    concept    text not null references concepts (id),
    of_concept integer not null,                              -- from 1 without gaps
    at         text not null,
    stage      text not null,                                 -- '' = the whole job
    kind       text not null,
    progress   real not null,                                 -- 0..1
    message    text not null,
    image      text check (length(image) = 64),               -- in the vault; null = none
    primary key (job, of_job),
    unique (concept, of_concept)
) strict, without rowid;

create trigger events_are_never_changed before update on events
begin
    select raise(abort, 'events are never changed');
end;

create trigger events_are_never_removed before delete on events
begin
    select raise(abort, 'events are never removed');
end;

create table quotas (
    owner text not null check (owner <> ''),
    kind  text not null check (kind in ('refine', 'generate')),
    month text not null,                                      -- of the UTC calendar, such as 2026-11
    used  integer not null check (used >= 0),                 -- as many as there are shares
    primary key (owner, kind, month)
) strict, without rowid;

create table quota_shares (
    job   text primary key,                                   -- may be taken before the job is added
    owner text not null,
    kind  text not null,
    month text not null,
    state text not null check (state in ('reserved', 'settled')),
    foreign key (owner, kind, month) references quotas (owner, kind, month)
) strict, without rowid;

create table leaders (
    task      text primary key,
    holder    text not null,
    until_ms  integer not null
) strict, without rowid;

create index jobs_by_owner on jobs (owner, sequence);

pragma user_version = 2;
