package org.passerelle.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;

@PasserelleTest
@DisplayName("R-05: an entry and its reversal leave every account as it was")
class R05_ReversalTest {

    @Autowired
    Ledger ledger;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261123})
    void an_entry_and_its_reversal_leave_every_account_as_it_was(long seed) {
        var random = new Random(seed);
        var operator = OperatorId.random();
        Scopes.run(Scope.system(operator), () -> {
            for (int i = 0; i < 20; i++) ledger.post(Entries.balanced(random, operator));
            for (int i = 0; i < 200; i++) {
                var before = balances(operator);
                var id = ledger.post(Entries.balanced(random, operator));
                assertThat(ledger.find(operator, id)).isPresent();
                ledger.reverse(operator, id, Entries.DAY, "erreur");
                assertThat(balances(operator)).isEqualTo(before);
            }
        });
    }

    private java.util.Map<String, Money> balances(OperatorId operator) {
        var all = new java.util.TreeMap<String, Money>();
        for (var row : ledger.trialBalance(operator).rows()) {
            if (!row.balance().isZero()) all.put(row.account() + " " + row.aux(), row.balance());
        }
        return all;
    }

    @Test
    void reversing_twice_is_once_and_so_is_posting() {
        var operator = OperatorId.random();
        var worker = PersonId.random();
        Scopes.run(Scope.system(operator), () -> {
            var entry = Entries.collected(operator, worker, Entries.DAY, "1000.00", "settlement:1");
            var id = ledger.post(entry);
            var again = Entries.collected(operator, worker, Entries.DAY, "1000.00", "settlement:1");
            assertThat(ledger.post(again)).isEqualTo(id);
            assertThat(ledger.collected(operator, worker, Month.of(2026, 10))).isEqualTo(Money.of("1000.00"));
            var reversal = ledger.reverse(operator, id, Entries.DAY.plusDays(1), "mauvaise facture");
            assertThat(ledger.reverse(operator, id, Entries.DAY.plusDays(1), "mauvaise facture"))
                    .isEqualTo(reversal);
            assertThat(ledger.balance(operator, "901", worker)).isEqualTo(Money.ZERO);
            assertThat(ledger.movements(operator, "901", worker))
                    .extracting(m -> m.credited().toString(), m -> m.balance().toString())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("1000.00", "1000.00"),
                            org.assertj.core.groups.Tuple.tuple("-1000.00", "0.00"));
        });
    }

    @Test
    void the_same_source_with_another_content_is_an_error_and_takes_no_number() {
        var operator = OperatorId.random();
        Scopes.run(Scope.system(operator), () -> {
            ledger.post(Entries.sale(operator, "FA-2026-000001", Entries.DAY, "100.00", "20.00"));
            assertThatThrownBy(
                            () -> ledger.post(Entries.sale(operator, "FA-2026-000001", Entries.DAY, "101.00", "20.20")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("posted before with another content");
            ledger.post(Entries.sale(operator, "FA-2026-000002", Entries.DAY, "100.00", "20.00"));
            assertThat(new FecFile(ledger.fec(operator, 2026)).numbers()).containsExactly(1L, 2L);
        });
    }
}
