package org.passerelle.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.kernel.EntryId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@DisplayName("R-01: every entry sums to zero, in the type and in the database")
class R01_EveryEntrySumsToZeroTest {

    private static final int TRIES = 1_000;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261123})
    void the_type_takes_what_balances_and_refuses_one_cent_more(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            var entry = Entries.balanced(random, OperatorId.random());
            assertThat(entry.lines().stream().mapToLong(l -> l.signed().cents()).sum())
                    .isZero();
            var lines = new ArrayList<>(entry.lines());
            int one = random.nextInt(lines.size());
            var line = lines.get(one);
            lines.set(
                    one,
                    line.debit().isPositive()
                            ? Line.debit("512000", line.debit().plus(Money.ofCents(1)), "x")
                            : Line.credit("512000", line.credit().plus(Money.ofCents(1)), "x"));
            assertThatThrownBy(() -> new Entry(
                            EntryId.random(), entry.operator(), "OD", entry.date(), "s", "p", entry.date(), "l", lines))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is off by");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261123})
    void kept_balances_are_the_sums_of_the_lines(long seed) {
        var random = new Random(seed);
        var operator = OperatorId.random();
        Scopes.run(Scope.system(operator), () -> {
            inTransaction(() -> {
                for (int i = 0; i < TRIES; i++) ledger.post(Entries.balanced(random, operator));
            });
            var trial = ledger.trialBalance(operator);
            assertThat(trial.debit()).isEqualTo(trial.credit());
            assertThat(trial.debit().isPositive()).isTrue();
            for (var row : trial.rows()) {
                long lines = inTransaction(() -> sql.sql("""
                                select sum(debit_cents - credit_cents) from ledger.line
                                where operator_id = ? and account = ? and aux is not distinct from ?::text""")
                        .param(operator.value())
                        .param(row.account())
                        .param(row.aux())
                        .query(Long.class)
                        .single());
                assertThat(row.balance().cents())
                        .as(row.account() + " " + row.aux())
                        .isEqualTo(lines);
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261123})
    void unbalanced_lines_sent_straight_by_sql_as_the_application_are_refused(long seed) {
        var random = new Random(seed);
        var operator = OperatorId.random();
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            long debit = 1 + random.nextLong(1_000_000);
            long credit = 1 + random.nextLong(1_000_000);
            if (debit == credit) credit++;
            if (isRefused(operator, debit, credit, 2)) refused++;
        }
        assertThat(refused).isEqualTo(TRIES);
        assertThat(isRefused(operator, 500, 500, 2)).isFalse();
    }

    @Test
    void an_entry_with_a_line_too_few_or_without_lines_is_refused() {
        var operator = OperatorId.random();
        assertThat(isRefused(operator, 500, 500, 3)).isTrue();
        Scopes.run(
                Scope.system(operator),
                () -> assertThatThrownBy(() -> inTransaction(() -> entry(operator, 2)))
                        .hasStackTraceContaining("has no lines"));
    }

    @Test
    void nothing_is_added_to_an_entry_afterwards() {
        var operator = OperatorId.random();
        Scopes.run(Scope.system(operator), () -> {
            var id = ledger.post(Entries.sale(operator, "FA-2026-000001", Entries.DAY, "100.00", "20.00"));
            assertThatThrownBy(() -> inTransaction(() -> lines(operator, id.value(), 4, 70, 70)))
                    .hasMessageContaining("does not balance or is not complete");
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a sum on both sides | 411000 | 5 | 5
            no sum at all       | 411000 | 0 | 0
            a negative sum      | 411000 | -5 | 0
            two digits only     | 41     | 5 | 0
            """)
    void a_line_has_one_positive_side_and_a_real_account(String what, String account, long debit, long credit) {
        assertThatThrownBy(() -> new Line(
                        account, null, null, null, Money.ofCents(debit), Money.ofCents(credit), what, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private boolean isRefused(OperatorId operator, long debit, long credit, int count) {
        return Scopes.call(Scope.system(operator), () -> {
            try {
                inTransaction(() -> lines(operator, entry(operator, count), 1, debit, credit));
                return false;
            } catch (DataAccessException e) {
                assertThat(e).hasMessageContaining("does not balance or is not complete");
                return true;
            }
        });
    }

    private UUID entry(OperatorId operator, int count) {
        sql.sql("""
                        insert into ledger.counter values (?, 2026, 'G', 0, '2026-01-01') on conflict do nothing""").param(operator.value()).update();
        long number = sql.sql("""
                        update ledger.counter set last = last + 1 where operator_id = ? returning last""").param(operator.value()).query(Long.class).single();
        var id = UUID.randomUUID();
        sql.sql("""
                        insert into ledger.entry values (?, ?, 2026, 'G', ?, 'OD', '2026-10-15', '2026-10-15', ?, 'p',
                            '2026-10-15', 'l', ?, sha256('x'), null, now(), 'test')""")
                .param(operator.value())
                .param(id)
                .param(number)
                .param(id.toString())
                .param(count)
                .update();
        return id;
    }

    private void lines(OperatorId operator, UUID entry, int from, long debit, long credit) {
        sql.sql("""
                        insert into ledger.line (operator_id, entry_id, position, date, account, debit_cents, credit_cents,
                            label)
                        select ?, ?, p, e.date, '512000', d, c, 'x'
                        from ledger.entry e, (values (?, ?::bigint, 0::bigint), (?, 0, ?)) as l (p, d, c)
                        where e.operator_id = ? and e.id = ?""")
                .param(operator.value())
                .param(entry)
                .param(from)
                .param(debit)
                .param(from + 1)
                .param(credit)
                .param(operator.value())
                .param(entry)
                .update();
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get()));
    }
}
