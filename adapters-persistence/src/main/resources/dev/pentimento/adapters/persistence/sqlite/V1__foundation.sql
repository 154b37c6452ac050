-- Ids are UUIDs in text. Moments are UTC in ISO 8601, as precise as they came. Documents are JSON; each alternative has a "type".

create table concepts (
    sequence   integer primary key,                           -- order of adding
    id         text not null unique check (length(id) = 36),
    owner      text not null check (owner <> ''),
    prompt     text not null,
    logo       text not null,
    theme      text not null,
    created_at text not null,
    worked_on  integer                                        -- grows with each version or job added for the owner; null = no version yet
) strict;

create index concepts_by_owner on concepts (owner, sequence);
create index concepts_by_work on concepts (owner, worked_on);

create table versions (
    sequence    integer primary key,
    id          text not null unique check (length(id) = 36),
    concept     text not null references concepts (id),
    digest      text not null check (length(digest) = 64),    -- SHA-256 of the image in the vault
    media_type  text not null check (media_type like 'image/%'),
    width       integer not null check (width >= 1),          -- px
    height      integer not null check (height >= 1),
    length      integer not null check (length >= 0),         -- bytes
    origin      text not null check (json_type(origin) = 'object'),
    file_digest text generated always as (json_extract(origin, '$.file.digest')) virtual,
    created_at  text not null,
    unique (id, concept)
) strict;

create index versions_by_concept on versions (concept, sequence);
create index versions_by_digest on versions (digest);
create index versions_by_file_digest on versions (file_digest) where file_digest is not null;

create table version_parents (
    concept  text not null,
    version  text not null,
    position integer not null check (position >= 0),          -- 0 = the base, then references
    parent   text not null check (parent <> version),
    primary key (concept, version, position),
    unique (concept, version, parent),
    foreign key (version, concept) references versions (id, concept),
    foreign key (parent, concept) references versions (id, concept)
) strict, without rowid;

create table jobs (
    sequence       integer primary key,
    id             text not null unique check (length(id) = 36),
    owner          text not null check (owner <> ''),
    concept        text not null references concepts (id),
    work           text not null check (json_type(work) = 'object'),
    provider_name  text,                                      -- null = any that can
    provider_model text,                                      -- null = the configured one
    state          text not null check (json_type(state) = 'object'),
    status         text not null generated always as (json_extract(state, '$.type')) stored
                   check (status in ('pending', 'processing', 'completed', 'failed', 'canceled')),
    attempt        integer not null check (attempt >= 0),
    created_at     text not null,
    started_at     text,
    ended_at       text
) strict;

create index jobs_by_concept on jobs (concept, sequence);

pragma user_version = 1;                                      -- what is read at start-up instead of the history table
