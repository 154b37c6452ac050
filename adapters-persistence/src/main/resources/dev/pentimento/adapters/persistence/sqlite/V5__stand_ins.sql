-- Which providers go on with a job after a failure that certainly cost nothing.

alter table tickets add column stand_ins text not null default '';   -- names, joined by commas, in order

pragma user_version = 5;
