-- What V3__dispatch.sql is on SQLite.

create table scheduled_tasks (
    task_instance        text primary key,
    task_name            text not null,
    task_data            bytea check (task_data is null),
    execution_time       bigint not null,
    priority             integer not null,
    picked               boolean not null,
    picked_by            text,
    last_heartbeat       bigint,
    last_success         bigint check (last_success is null),
    last_failure         bigint check (last_failure is null),
    consecutive_failures integer not null default 0,
    version              bigint not null,
    next_lane            text
);

create index scheduled_tasks_in_turn on scheduled_tasks (picked, priority desc, execution_time, task_instance);
