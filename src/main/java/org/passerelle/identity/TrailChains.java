package org.passerelle.identity;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.core.TrailLine;
import org.passerelle.identity.store.Anchors;
import org.passerelle.platform.audit.Breach;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.platform.audit.Invariant;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/// I-10: walks each chain from its first line, and names the first line that does not fit.
@Component
class TrailChains implements Invariant {

    private static final class Chain {

        private long number;
        private byte[] hash = TrailLine.START;
        private @Nullable Breach breach;
    }

    private final EveryOperator every;
    private final Anchors anchors;

    TrailChains(EveryOperator every, Anchors anchors) {
        this.every = every;
        this.anchors = anchors;
    }

    @Override
    public String id() {
        return "I-10";
    }

    @Override
    public String says() {
        return "each chain of the trail verifies, line by line, to its head and to its anchors";
    }

    @Override
    public List<Breach> check() {
        var anchored = anchors.read();
        var met = new HashSet<Anchors.Anchor>();
        var chains = walk(anchored, met);
        var breaches = new ArrayList<Breach>();
        chains.forEach((operator, chain) -> {
            if (chain.breach == null) chain.breach = compareWithHead(operator, chain);
        });
        for (var anchor : anchored) {
            var chain = chains.computeIfAbsent(anchor.operator(), _ -> new Chain());
            if (chain.breach == null && !met.contains(anchor)) {
                chain.breach = breach(anchor.operator(), anchor.number(), "was anchored with another hash, or is gone");
            }
        }
        chains.values().stream()
                .map(chain -> chain.breach)
                .filter(java.util.Objects::nonNull)
                .forEach(breaches::add);
        return breaches;
    }

    private Map<String, Chain> walk(List<Anchors.Anchor> anchored, Set<Anchors.Anchor> met) {
        var wanted = new HashSet<>(anchored);
        var chains = new HashMap<String, Chain>();
        RowCallbackHandler walker = row -> {
            var operator = row.getString("operator_id");
            var chain = chains.computeIfAbsent(operator, _ -> new Chain());
            if (chain.breach != null) return;
            var line = new TrailLine(
                    operator,
                    row.getLong("line_no"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("subject_type"),
                    row.getString("subject_id"),
                    row.getString("details"));
            if (line.number() != chain.number + 1) {
                chain.breach = breach(operator, chain.number + 1, "is missing");
            } else if (!Arrays.equals(row.getBytes("previous_hash"), chain.hash)) {
                chain.breach = breach(operator, line.number(), "does not follow the line before it");
            } else if (!Arrays.equals(row.getBytes("hash"), line.hash(chain.hash))) {
                chain.breach = breach(operator, line.number(), "was altered");
            } else {
                chain.number = line.number();
                chain.hash = row.getBytes("hash");
                var here = new Anchors.Anchor(operator, chain.number, Anchors.hex(chain.hash));
                if (wanted.contains(here)) met.add(here);
            }
        };
        every.sql()
                .sql("select * from identity.trail_line order by operator_id, line_no")
                .query(walker);
        return chains;
    }

    private @Nullable Breach compareWithHead(String operator, Chain chain) {
        var same = every.sql()
                .sql("select line_no = ? and hash = ? from identity.trail_head where operator_id = ?::uuid")
                .params(chain.number, chain.hash, operator)
                .query(Boolean.class)
                .optional();
        return same.orElse(false) ? null : breach(operator, chain.number + 1, "is missing: the head is further on");
    }

    private static Breach breach(String operator, long number, String why) {
        return new Breach(operator, "identity.trail_line " + number, why);
    }
}
