-- Which jobs are to be handed over, and who has them: the table of db-scheduler. The truth about a job is elsewhere; a row lost here is made again.
-- Moments are milliseconds since 1970 in UTC.

create table scheduled_tasks (
    task_instance        text primary key,                          -- the job
    task_name            text not null,                             -- its lane
    task_data            blob check (task_data is null),
    execution_time       integer not null,                          -- not before
    priority             integer not null,                          -- the higher one goes first
    picked               integer not null check (picked in (0, 1)), -- 1 = somebody has it
    picked_by            text,
    last_heartbeat       integer,
    last_success         integer check (last_success is null),
    last_failure         integer check (last_failure is null),
    consecutive_failures integer not null default 0,                -- how often in a row its handler threw
    version              integer not null,                          -- grows when it is picked and when it is put back
    next_lane            text                                       -- it came again while somebody had it, and goes here afterwards
) strict, without rowid;

create index scheduled_tasks_in_turn on scheduled_tasks (picked, priority desc, execution_time, task_instance);

pragma user_version = 3;
