-- What the law lets nobody keep for ever is sealed under a key of its own: one for each person and each reason to keep.
-- To forget is to destroy the key; what it sealed stays where it is, frozen and unreadable (S-43, RG-02). A destroyed key
-- leaves its row, so that nothing is ever sealed for that person and reason again.
create table platform.subject_key (
    operator_id uuid not null,
    subject_id uuid not null,
    keeping text not null check (keeping ~ '^[A-Z_]{2,20}$'),
    operator_key int not null,
    sealed_key bytea,
    made_at timestamptz not null default now(),
    destroyed_at timestamptz,
    primary key (operator_id, subject_id, keeping),
    check ((sealed_key is null) = (destroyed_at is not null))
);
select platform.guard_tenant('platform.subject_key');
revoke delete on platform.subject_key from ${app};

-- Nobody brings a destroyed key back, and nobody puts another in the place of one.
create function platform.keys_only_die() returns trigger
    language plpgsql as $$
begin
    if old.sealed_key is null or (new.sealed_key is not null and new.sealed_key <> old.sealed_key)
        or (new.operator_id, new.subject_id, new.keeping) is distinct from
            (old.operator_id, old.subject_id, old.keeping) then
        raise exception 'a key of a subject is destroyed once and never changed';
    end if;
    return new;
end
$$;
create trigger keys_only_die before update on platform.subject_key
    for each row execute function platform.keys_only_die();
