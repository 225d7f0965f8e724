package org.passerelle.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;

@PasserelleTest
@DisplayName("R-07, I-7: a closed month takes no line, and closing happens once")
class I07_ClosedMonthsTest {

    @Autowired
    Ledger ledger;

    @Test
    void the_closed_month_and_those_before_refuse_and_the_next_accepts() {
        var operator = OperatorId.random();
        Scopes.run(Scope.of("Claire", operator), () -> {
            assertThat(ledger.close(operator, Month.of(2026, 10))).isTrue();
            assertThat(ledger.close(operator, Month.of(2026, 10))).isFalse();
            assertThat(ledger.closedThrough(operator)).contains(Month.of(2026, 10));
            for (var day : new String[] {"2025-12-31", "2026-09-30", "2026-10-31"}) {
                var entry = Entries.sale(operator, "FA-" + day, java.time.LocalDate.parse(day), "10.00", "2.00");
                assertThatThrownBy(() -> ledger.post(entry)).isInstanceOf(MonthClosed.class);
            }
            ledger.post(Entries.sale(operator, "FA-1", java.time.LocalDate.of(2026, 11, 1), "10.00", "2.00"));
            assertThat(new FecFile(ledger.fec(operator, 2026)).numbers()).containsExactly(1L);
        });
    }

    @Test
    void sixteen_post_while_sixteen_close() throws Exception {
        var operator = OperatorId.random();
        var month = Month.of(2026, 10);
        var posted = new AtomicInteger();
        var closings = new AtomicInteger();
        var barrier = new CyclicBarrier(32);
        var threads = new java.util.ArrayList<Thread>();
        for (int i = 0; i < 32; i++) {
            int n = i;
            threads.add(Thread.ofVirtual()
                    .start(() -> Scopes.run(Scope.system(operator), () -> {
                        try {
                            barrier.await();
                            if (n % 2 == 0) {
                                for (int k = 0; k < 20; k++) {
                                    ledger.post(
                                            Entries.sale(operator, "FA-" + n + "-" + k, Entries.DAY, "10.00", "2.00"));
                                    posted.incrementAndGet();
                                }
                            } else {
                                Thread.sleep(20);
                                if (ledger.close(operator, month)) closings.incrementAndGet();
                            }
                        } catch (MonthClosed late) {
                            assertThat(late.day()).isEqualTo(Entries.DAY);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })));
        }
        for (var thread : threads) thread.join();
        assertThat(closings).hasValue(1);
        Scopes.run(Scope.system(operator), () -> {
            assertThat(new FecFile(ledger.fec(operator, 2026)).numbers()).hasSize(posted.get());
            assertThatThrownBy(() -> ledger.post(Entries.sale(operator, "FA-late", Entries.DAY, "10.00", "2.00")))
                    .isInstanceOf(MonthClosed.class);
        });
    }
}
