-- The loop: prompts that are made into images, judged and made better, iteration by iteration. What the calls for them cost is in provider_calls, with
-- latency, usage and request ids; an iteration's job names them.

create table batches (
    sequence       integer primary key,                       -- order of adding
    id             text not null unique check (length(id) = 36),
    owner          text not null check (owner <> ''),
    variants       integer not null check (variants >= 1),    -- images per iteration
    max_iterations integer not null check (max_iterations >= 1),
    target         real not null check (target between 0 and 1),
    width          integer not null check (width >= 1),       -- px of each original
    height         integer not null check (height >= 1),
    seed           integer,                                   -- null = the generator's default
    provider_name  text,                                      -- null = the first configured one that can
    provider_model text,                                      -- null = the configured one
    budget         integer check (budget >= 0),               -- micro-USD; null = no limit of its own
    called_off     integer not null check (called_off in (0, 1)),
    holder         text,                                      -- who has it in hand, or had it last
    created_at     text not null
) strict;

create index batches_by_owner on batches (owner, sequence);

create table checklists (
    request   text primary key check (length(request) = 64),  -- SHA-256 of writer and scene
    checklist text not null check (json_type(checklist) = 'object')
) strict, without rowid;

create table prompts (
    sequence integer primary key,                             -- order within all batches
    batch    text not null references batches (id),
    id       text not null check (id <> ''),                  -- as the user calls it
    title    text not null,
    scene    text not null,
    mood     text not null,
    prompt   text not null,
    model    text,                                            -- null = that of the batch
    unique (batch, id)
) strict;

create table runs (
    batch      text not null,
    prompt     text not null,
    concept    text references concepts (id),                 -- null before the first iteration
    checklist  text check (json_type(checklist) = 'object'),  -- null before the first image is judged
    stop       text,                                          -- why it is over; null = it is not
    message    text,                                          -- what happened, for people
    ended_at   text,
    created_at text not null,
    primary key (batch, prompt),
    foreign key (batch, prompt) references prompts (batch, id),
    check ((stop is null) = (ended_at is null) and (stop is null) = (message is null))
) strict, without rowid;

create table prompt_versions (
    batch  text not null,
    prompt text not null,
    number integer not null check (number >= 1),              -- of the iteration that tried it
    text   text not null,
    primary key (batch, prompt, number),
    foreign key (batch, prompt) references runs (batch, prompt)
) strict, without rowid;

create table iterations (
    batch      text not null,
    prompt     text not null,
    number     integer not null check (number >= 1),
    way        text not null check (way in ('original', 'edit_image', 'resample', 'rewrite_prompt')),
    base       text references versions (id),                 -- the image that is edited
    job        text not null references jobs (id),            -- makes its images
    winner     text references versions (id),                 -- the best of its images
    best       text references versions (id),                 -- the best of all so far
    started_at text not null,
    primary key (batch, prompt, number),
    foreign key (batch, prompt, number) references prompt_versions (batch, prompt, number),
    check ((winner is null) = (best is null))
) strict, without rowid;

create table images (
    batch    text not null,
    prompt   text not null,
    number   integer not null,
    position integer not null check (position >= 0),          -- order of judging
    version  text not null references versions (id),
    primary key (batch, prompt, number, position),
    unique (batch, prompt, version),
    foreign key (batch, prompt, number) references iterations (batch, prompt, number)
) strict, without rowid;

create table evaluations (
    batch      text not null,
    prompt     text not null,
    number     integer not null,
    position   integer not null,
    critic     text,                                          -- the provider; null = it could not be judged
    evaluation text check (json_type(evaluation) = 'object'),
    adherence  real check (adherence between 0 and 1),
    quality    real check (quality between 0 and 1),
    overall    real check (overall between 0 and 1),
    failure    text,                                          -- why it could not be judged
    message    text,
    primary key (batch, prompt, number, position),
    foreign key (batch, prompt, number, position) references images (batch, prompt, number, position),
    check ((critic is null) = (evaluation is null) and (critic is null) = (overall is null)
       and (critic is null) = (failure is not null) and (failure is null) = (message is null))
) strict, without rowid;

create table comparisons (
    batch    text not null,
    prompt   text not null,
    number   integer not null,
    position integer not null check (position >= 0),          -- order of comparing
    first    text not null references versions (id),          -- shown first
    second   text not null references versions (id),
    better   text check (better in (first, second)),          -- null = neither
    reason   text not null,
    primary key (batch, prompt, number, position),
    unique (batch, prompt, number, first, second),
    foreign key (batch, prompt, number) references iterations (batch, prompt, number)
) strict, without rowid;

create table refined_prompts (
    batch     text not null,
    prompt    text not null,
    number    integer not null,                               -- of the iteration whose best image it mends
    text      text not null,
    changes   text not null check (json_type(changes) = 'object'),
    strategy  text not null check (strategy in ('edit_image', 'resample', 'rewrite_prompt')),
    writer    text not null,
    objection text,                                           -- why it is not used; null = it is
    primary key (batch, prompt, number),
    foreign key (batch, prompt, number) references iterations (batch, prompt, number)
) strict, without rowid;

create table error_logs (
    sequence  integer primary key,
    batch     text not null references batches (id),
    prompt    text not null,
    iteration integer not null check (iteration >= 0),        -- 0 = before the first
    code      text not null,
    message   text not null,
    at        text not null
) strict;

create index error_logs_by_batch on error_logs (batch, sequence);

pragma user_version = 8;
