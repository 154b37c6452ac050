-- How many jobs wait is counted with every submission, without going through those that do not.

create index jobs_waiting on jobs (status) where status = 'pending';

pragma user_version = 10;
