package org.passerelle.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.EntryId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Line;
import org.passerelle.ledger.core.Fingerprint;
import org.passerelle.platform.audit.Breach;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.platform.audit.Invariant;
import org.springframework.stereotype.Component;

/// I-12 for the book: each entry still says what its hash was taken of, also where two changes balance each other.
@Component
class EntriesKeepTheirHash implements Invariant {

    /// Entries read at once; a book of any size is checked in the same memory.
    private static final int PAGE = 5_000;

    private static final int MOST = 100;

    private final EveryOperator every;

    EntriesKeepTheirHash(EveryOperator every) {
        this.every = every;
    }

    @Override
    public String id() {
        return "I-12";
    }

    @Override
    public String says() {
        return "every entry of the book is what its hash says";
    }

    @Override
    public List<Breach> check() {
        var breaches = new ArrayList<Breach>();
        var page = page("00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000000");
        while (!page.isEmpty() && breaches.size() < MOST) {
            page.stream().map(Kept::breach).filter(b -> b != null).forEach(breaches::add);
            var last = page.getLast();
            page = page(last.operator, last.id);
        }
        return breaches;
    }

    private List<Kept> page(String operator, String id) {
        var page = new ArrayList<Kept>();
        every.sql().sql("""
                        select e.operator_id, e.id, e.journal, e.date, e.source, e.piece_ref, e.piece_date, e.label, e.hash,
                               l.account, l.aux, l.aux_label, l.worker_id, l.debit_cents, l.credit_cents, l.category,
                               l.clause
                        from (select * from ledger.entry where (operator_id, id) > (?::uuid, ?::uuid)
                              order by operator_id, id limit ?) e
                        left join ledger.line l on l.operator_id = e.operator_id and l.entry_id = e.id
                        order by e.operator_id, e.id, l.position""").params(operator, id, PAGE).query(row -> {
            if (page.isEmpty() || !page.getLast().id.equals(row.getString("id"))) page.add(new Kept(row));
            page.getLast().add(row);
        });
        return page;
    }

    /// One entry as the database holds it.
    private static final class Kept {

        private record Fields(
                String account,
                @Nullable String aux,
                @Nullable String auxLabel,
                @Nullable UUID worker,
                long debit,
                long credit,
                @Nullable String category,
                @Nullable String clause) {

            Line line() {
                return new Line(
                        account,
                        aux,
                        auxLabel,
                        worker == null ? null : new PersonId(worker),
                        Money.ofCents(debit),
                        Money.ofCents(credit),
                        "",
                        category,
                        clause);
            }
        }

        private final String operator;
        private final String id;
        private final String journal;
        private final LocalDate date;
        private final String source;
        private final String pieceRef;
        private final LocalDate pieceDate;
        private final String label;
        private final byte[] hash;
        private final List<Fields> lines = new ArrayList<>();

        Kept(ResultSet row) throws SQLException {
            operator = row.getString("operator_id");
            id = row.getString("id");
            journal = row.getString("journal");
            date = row.getObject("date", LocalDate.class);
            source = row.getString("source");
            pieceRef = row.getString("piece_ref");
            pieceDate = row.getObject("piece_date", LocalDate.class);
            label = row.getString("label");
            hash = row.getBytes("hash");
        }

        void add(ResultSet row) throws SQLException {
            if (row.getString("account") == null) return;
            lines.add(new Fields(
                    row.getString("account"),
                    row.getString("aux"),
                    row.getString("aux_label"),
                    row.getObject("worker_id", UUID.class),
                    row.getLong("debit_cents"),
                    row.getLong("credit_cents"),
                    row.getString("category"),
                    row.getString("clause")));
        }

        @Nullable
        Breach breach() {
            try {
                var entry = new Entry(
                        new EntryId(UUID.fromString(id)),
                        new OperatorId(UUID.fromString(operator)),
                        journal,
                        date,
                        source,
                        pieceRef,
                        pieceDate,
                        label,
                        lines.stream().map(Fields::line).toList());
                if (Arrays.equals(Fingerprint.of(entry), hash)) return null;
                return new Breach(
                        operator,
                        "ledger.entry " + id,
                        "is not what hash " + HexFormat.of().formatHex(hash, 0, 4) + "… was taken of");
            } catch (IllegalArgumentException e) {
                return new Breach(operator, "ledger.entry " + id, "is no entry any more: its lines were altered");
            }
        }
    }
}
