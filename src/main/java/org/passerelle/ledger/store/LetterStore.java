package org.passerelle.ledger.store;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.passerelle.kernel.OperatorId;
import org.passerelle.ledger.LineId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lettrage in PostgreSQL.
@Repository
public class LetterStore {

    private final JdbcClient jdbc;

    LetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Side(String account, String aux) {}

    /// The next letter of the account: AAA, AAB … Two who letter the same account wait for each other.
    ///
    /// @throws IllegalArgumentException when the lines are not all of one account
    public String letter(OperatorId operator, List<LineId> lines, LocalDate date) {
        var entries = lines.stream().map(l -> l.entry().toString()).toArray(String[]::new);
        var positions = lines.stream().mapToInt(LineId::position).toArray();
        var sides = jdbc.sql("""
                        select distinct account, coalesce(aux, '') as aux from ledger.line
                        where operator_id = ? and (entry_id, position) in (select * from unnest(?::uuid[], ?::int[]))""")
                .param(operator.value())
                .param(entries)
                .param(positions)
                .query((row, _) -> new Side(row.getString("account"), row.getString("aux")))
                .list();
        if (sides.size() != 1) throw new IllegalArgumentException("lettrage within one account only: " + sides);
        var side = sides.getFirst();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(operator + " " + side.account() + " " + side.aux())
                .query(row -> {});
        long before = jdbc.sql("""
                        select count(distinct letter) from ledger.letter
                        where operator_id = ? and account = ? and aux = ?""")
                .param(operator.value())
                .param(side.account())
                .param(side.aux())
                .query(Long.class)
                .single();
        var letter = letters(before);
        jdbc.sql("""
                        insert into ledger.letter (operator_id, entry_id, position, account, aux, letter, lettered_on)
                        select ?, l.entry, l.position, ?, ?, ?, ?
                        from unnest(?::uuid[], ?::int[]) as l (entry, position)""")
                .param(operator.value())
                .param(side.account())
                .param(side.aux())
                .param(letter)
                .param(Date.valueOf(date))
                .param(entries)
                .param(positions)
                .update();
        return letter;
    }

    /// 0 is AAA, 25 is AAZ, 26 is ABA.
    static String letters(long index) {
        var text = new StringBuilder();
        for (long rest = index; rest > 0 || text.length() < 3; rest /= 26) text.append((char) ('A' + rest % 26));
        return text.reverse().toString();
    }
}
