-- A frozen table whose guard was dropped looks like any other table. So what is frozen is kept in a list of its own, and
-- the audit compares the guards with the list (I-12). The application has no right on it.
create table platform.frozen_table (
    name text primary key
);
create trigger frozen before update or delete on platform.frozen_table
    for each row execute function platform.refuse_change();
create trigger frozen_truncate before truncate on platform.frozen_table
    for each statement execute function platform.refuse_change();

insert into platform.frozen_table
    select distinct format('%I.%I', n.nspname, c.relname)
    from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace
    where t.tgfoid = 'platform.refuse_change'::regproc and t.tgname = 'frozen';

create or replace function platform.freeze(frozen regclass) returns void
    language plpgsql as $$
begin
    execute format('revoke update, delete, truncate on %s from ${app}', frozen);
    execute format('create trigger frozen before update or delete on %s '
        'for each row execute function platform.refuse_change()', frozen);
    execute format('create trigger frozen_truncate before truncate on %s '
        'for each statement execute function platform.refuse_change()', frozen);
    insert into platform.frozen_table
        select format('%I.%I', n.nspname, c.relname)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = frozen;
end
$$;
