-- The highest turn of an owner is found without going through all that the owner has waiting.

create index tickets_by_turn on tickets (owner, priority, turn);

pragma user_version = 6;
