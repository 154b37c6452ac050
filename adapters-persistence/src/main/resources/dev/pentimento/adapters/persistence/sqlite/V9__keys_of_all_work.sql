-- A submission's key stands for whatever came of it: not for a job alone, but for a concept that files were brought into, or for a batch.

create table keyed_submissions (
    owner   text not null check (owner <> ''),
    key     text not null check (key <> ''),                  -- the user's word for it
    request text not null check (length(request) = 64),       -- SHA-256
    job     text references jobs (id),
    concept text references concepts (id),
    batch   text references batches (id),
    primary key (owner, key),
    check ((job is not null) + (concept is not null) + (batch is not null) = 1)
) strict, without rowid;

insert into keyed_submissions (owner, key, request, job) select owner, key, request, job from submissions;

drop table submissions;

alter table keyed_submissions rename to submissions;

create index submissions_by_job on submissions (job) where job is not null;

pragma user_version = 9;
