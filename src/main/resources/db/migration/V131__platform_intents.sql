-- The same intent with the same content gives the first result again; with other content it is refused (R-11). So what
-- was asked for is kept beside the act, as a keyed mark, and no one changes it. Acts from before have no mark.
create table platform.intent (
    operator_id uuid not null,
    act text not null check (act <> ''),
    intent uuid not null,
    mark bytea not null,
    primary key (operator_id, act, intent)
);
select platform.guard_tenant('platform.intent');
select platform.freeze('platform.intent');
