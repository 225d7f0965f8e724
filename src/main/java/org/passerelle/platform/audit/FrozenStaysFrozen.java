package org.passerelle.platform.audit;

import java.util.List;
import org.springframework.stereotype.Component;

/// I-12, first half: the guards of all tables that were ever frozen stand. What was frozen is compared with its own
/// hash by the module that owns it (documents by their SHA-256, entries by theirs, the trail by its chain).
@Component
class FrozenStaysFrozen implements Invariant {

    /// Every table of the list: there, with both guards, which are on and refuse.
    private static final String WEAKENED = """
            select f.name, case
                when to_regclass(f.name) is null then 'is gone'
                when t.oid is null then 'has lost its guard ' || g.guard
                when t.tgenabled <> 'O' then 'its guard ' || g.guard || ' is off'
                else 'its guard ' || g.guard || ' does not refuse any more' end
            from platform.frozen_table f
            cross join (values ('frozen', 27), ('frozen_truncate', 34)) as g (guard, kind)
            left join pg_trigger t on t.tgrelid = to_regclass(f.name) and t.tgname = g.guard
            left join pg_proc p on p.oid = t.tgfoid
            where t.oid is null or t.tgenabled <> 'O' or t.tgtype <> g.kind or t.tgqual is not null
               or p.oid <> 'platform.refuse_change'::regproc
               or p.prosrc not like '%raise exception%'
            order by 1, 2
            """;

    private final EveryOperator every;

    FrozenStaysFrozen(EveryOperator every) {
        this.every = every;
    }

    @Override
    public String id() {
        return "I-12";
    }

    @Override
    public String says() {
        return "nothing frozen has changed since its hash was taken";
    }

    @Override
    public List<Breach> check() {
        return every.sql()
                .sql(WEAKENED)
                .query((row, _) -> new Breach("-", row.getString(1), row.getString(2)))
                .list();
    }
}
