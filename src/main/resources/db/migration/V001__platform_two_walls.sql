-- The second wall between operators, and the lock on what must never change. Every module's migration uses these
-- three functions, so that no table is guarded by hand and forgotten in part (S-12, S-13, R-02).

create schema if not exists platform;
grant usage on schema platform to ${app};
revoke create on schema public from public;

-- Nobody but the two roles connects, and the application makes no temporary tables.
do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to ${app}', current_database());
end
$$;

-- The operators that the current transaction may see; nothing set: none.
create function platform.operators() returns uuid[]
    language sql stable parallel safe
    return string_to_array(nullif(current_setting('passerelle.operators', true), ''), ',')::uuid[];

-- Row-level security for a table with operator_id. The sub-select lets PostgreSQL ask once for each statement instead of
-- once for each row. The owner may read across operators, for the audit and for look-ups before anybody is signed in;
-- the application role may not.
create function platform.guard_tenant(guarded regclass) returns void
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy tenant on %s '
        'using (operator_id = any ((select platform.operators())::uuid[])) '
        'with check (operator_id = any ((select platform.operators())::uuid[]))', guarded);
    execute format('create policy owner_reads on %s for select to current_user using (true)', guarded);
    execute format('grant select, insert, update, delete on %s to ${app}', guarded);
end
$$;

create function platform.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception '%.% is frozen: % refused', tg_table_schema, tg_table_name, tg_op
        using errcode = 'restrict_violation';
end
$$;

-- What was written stays: no UPDATE, DELETE or TRUNCATE, for nobody.
create function platform.freeze(frozen regclass) returns void
    language plpgsql as $$
begin
    execute format('revoke update, delete, truncate on %s from ${app}', frozen);
    execute format('create trigger frozen before update or delete on %s '
        'for each row execute function platform.refuse_change()', frozen);
    execute format('create trigger frozen_truncate before truncate on %s '
        'for each statement execute function platform.refuse_change()', frozen);
end
$$;

revoke execute on function platform.guard_tenant(regclass), platform.freeze(regclass) from public;
revoke execute on function platform.operators(), platform.refuse_change() from public;
grant execute on function platform.operators() to ${app};
