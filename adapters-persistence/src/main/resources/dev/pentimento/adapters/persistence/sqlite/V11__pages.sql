-- A page of a list is found without going through what is on none of it.

create index concepts_with_versions on concepts (owner, sequence) where worked_on is not null;

create index jobs_by_status on jobs (owner, status, sequence) where forgotten = 0;

pragma user_version = 11;
