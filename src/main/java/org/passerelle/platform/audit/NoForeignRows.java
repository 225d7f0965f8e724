package org.passerelle.platform.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// I-8. A foreign key that carries the operator makes it true by construction; where a key does not, or where a column
/// merely names a row, the rows are compared.
@Component
class NoForeignRows implements Invariant {

    /// Columns of uuid that name rows of a table with an operator, with the keys that guard them.
    private static final String REFERENCES = """
            with tenant_table as (
                select c.oid, n.nspname as schema_name, c.relname as table_name
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'operator_id' and not a.attisdropped
                where c.relkind in ('r', 'p')),
            guarded as (
                select k.conrelid, unnest(k.conkey) as attnum
                from pg_constraint k
                where k.contype = 'f'
                  and exists (select from pg_attribute o
                               where o.attrelid = k.conrelid and o.attnum = any (k.conkey)
                                 and o.attname = 'operator_id'))
            select format('%I.%I', f.schema_name, f.table_name) as from_table, quote_ident(a.attname) as from_column,
                   format('%I.%I', t.schema_name, t.table_name) as to_table, quote_ident(key.attname) as to_column
            from tenant_table f
            join pg_attribute a on a.attrelid = f.oid and a.atttypid = 'uuid'::regtype and not a.attisdropped
                 and a.attname like '%\\_id' and a.attname <> 'operator_id'
            join tenant_table t on t.oid <> f.oid
                 and t.table_name in (left(a.attname, -3), left(a.attname, -3) || 's',
                                      (case left(a.attname, -3) when 'operator' then 'legal_entity' end))
            join pg_attribute key on key.attrelid = t.oid and key.attname in ('id', a.attname)
                 and key.atttypid = 'uuid'::regtype and not key.attisdropped
            where not exists (select from guarded g where g.conrelid = f.oid and g.attnum = a.attnum)
            order by 1, 2, 3
            """;

    private record Reference(String fromTable, String fromColumn, String toTable, String toColumn) {}

    private final EveryOperator every;

    NoForeignRows(EveryOperator every) {
        this.every = every;
    }

    @Override
    public String id() {
        return "I-8";
    }

    @Override
    public String says() {
        return "no row refers to a row of another operator";
    }

    @Override
    public List<Breach> check() {
        var references = every.sql()
                .sql(REFERENCES)
                .query((row, _) ->
                        new Reference(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
        var breaches = new ArrayList<Breach>();
        for (var reference : references) breaches.addAll(foreign(reference));
        return breaches;
    }

    /// Names come from the catalogue, quoted by it.
    private List<Breach> foreign(Reference reference) {
        var query =
                """
                select f.operator_id::text, f.%1$s::text
                from %2$s f
                where f.%1$s is not null
                  and exists (select from %3$s t where t.%4$s = f.%1$s and t.operator_id <> f.operator_id)
                  and not exists (select from %3$s t where t.%4$s = f.%1$s and t.operator_id = f.operator_id)
                limit 100
                """.formatted(reference.fromColumn(), reference.fromTable(), reference.toTable(), reference.toColumn());
        return every.sql()
                .sql(query)
                .query((row, _) -> new Breach(
                        row.getString(1),
                        reference.fromTable() + " " + reference.fromColumn() + "=" + row.getString(2),
                        "names a row of " + reference.toTable() + " that belongs to another operator"))
                .list();
    }
}
