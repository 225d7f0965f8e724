package org.passerelle.platform.audit;

import java.util.List;
import org.springframework.stereotype.Component;

/// I-12, first half: the guards of frozen tables stand. What was frozen is compared with its own hash by the module
/// that owns it (documents by their SHA-256, the trail by its chain).
@Component
class FrozenStaysFrozen implements Invariant {

    private static final String WEAKENED = """
            select format('%I.%I', n.nspname, c.relname), t.tgname
            from pg_trigger t
            join pg_class c on c.oid = t.tgrelid
            join pg_namespace n on n.oid = c.relnamespace
            join pg_proc p on p.oid = t.tgfoid
            join pg_namespace pn on pn.oid = p.pronamespace
            where pn.nspname = 'platform' and p.proname = 'refuse_change' and t.tgenabled <> 'O'
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
                .query((row, _) -> new Breach("-", row.getString(1), "its guard " + row.getString(2) + " is off"))
                .list();
    }
}
