package org.passerelle.platform.audit;

import java.util.ArrayList;
import java.util.List;

/// An invariant asked by queries that name the rows where it does not hold: operator, row, why.
///
/// @param queries each gives at most a hundred rows of three texts; nothing outside goes into them
public record BadRows(String id, String says, EveryOperator every, List<String> queries) implements Invariant {

    public BadRows {
        queries = List.copyOf(queries);
    }

    public BadRows(String id, String says, EveryOperator every, String... queries) {
        this(id, says, every, List.of(queries));
    }

    @Override
    public List<Breach> check() {
        var breaches = new ArrayList<Breach>();
        for (var query : queries) {
            breaches.addAll(every.sql()
                    .sql(query)
                    .query((row, _) -> new Breach(row.getString(1), row.getString(2), row.getString(3)))
                    .list());
        }
        return breaches;
    }
}
