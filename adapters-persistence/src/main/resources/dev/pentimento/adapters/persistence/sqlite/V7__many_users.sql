-- What a server with many users needs: submissions that arrive twice, jobs that are seen no more, keys.

alter table jobs add column forgotten integer not null default 0 check (forgotten in (0, 1));

create table submissions (
    owner   text not null check (owner <> ''),
    key     text not null check (key <> ''),                  -- the user's word for it
    request text not null check (length(request) = 64),       -- SHA-256
    job     text not null references jobs (id),
    primary key (owner, key)
) strict, without rowid;

create index submissions_by_job on submissions (job);

create table api_keys (
    sequence   integer primary key,                           -- order of adding
    name       text not null unique,                          -- the beginning of the key
    owner      text not null check (owner <> ''),
    label      text not null,
    hash       text not null unique check (length(hash) = 64),
    created_at text not null,
    revoked_at text                                           -- null = it is valid
) strict;

pragma user_version = 7;
