-- Keywords of style, audience, visual concept and subject of a concept; what nobody gave is absent.

alter table concepts add column direction text not null default '{}' check (json_type(direction) = 'object');

pragma user_version = 4;
