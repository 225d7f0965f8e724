package org.passerelle.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.testing.House.in;

import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// The long run (30 s, kills of application and server) belongs to the night; this one is bounded by its number.
@PasserelleTest
@Import(Billing.class)
@DisplayName("R-10: numbers are gapless, unique and chronological, whatever breaks")
class R10_GaplessNumbersTest {

    private static final int ISSUERS = 64;
    private static final int INVOICES = 600;
    private static final int KILLS = 5;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Billing billing;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    private record Wish(InvoiceId draft, UUID intent) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261123})
    void sixty_four_issuers_rollbacks_and_killed_connections(long seed) throws Exception {
        var s = billing.situation();
        var waiting = new ConcurrentLinkedQueue<Wish>();
        for (var draft : billing.copies(billing.draft(s, "2026-10-12"), INVOICES)) {
            waiting.add(new Wish(draft, UUID.randomUUID()));
        }
        Map<InvoiceId, String> acknowledged = new ConcurrentHashMap<>();
        var rolledBack = new AtomicInteger();
        var broken = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ISSUERS; i++) {
                var random = new Random(seed + i);
                threads.submit(() -> {
                    for (var wish = waiting.poll(); wish != null; wish = waiting.poll()) {
                        try {
                            var number = issue(s, wish, random);
                            if (number == null) {
                                rolledBack.incrementAndGet();
                                waiting.add(wish);
                            } else {
                                acknowledged.put(wish.draft(), number);
                            }
                        } catch (DataAccessException | TransactionException e) {
                            broken.incrementAndGet();
                            waiting.add(wish);
                        }
                    }
                });
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                while (acknowledged.size() < INVOICES * kill / (KILLS + 1)) Thread.sleep(5);
                killConnections();
            }
        }
        assertThat(rolledBack).as("rollbacks").hasPositiveValue();
        assertThat(broken).as("broken by a kill").hasPositiveValue();
        assertThat(acknowledged).hasSize(INVOICES);
        var issued = in(s.id(), () -> invoicing.issued(s.id())).reversed();
        assertThat(issued).hasSize(INVOICES);
        for (int i = 0; i < INVOICES; i++) {
            var invoice = issued.get(i);
            assertThat(invoice.number()).isEqualTo("FA-2026-%06d".formatted(i + 1));
            assertThat(invoice.number()).isEqualTo(acknowledged.get(invoice.id()));
            if (i > 0)
                assertThat(invoice.issueDate())
                        .isAfterOrEqualTo(issued.get(i - 1).issueDate());
        }
        long counter = in(
                s.id(),
                () -> transaction.execute(
                        _ -> sql.sql("select last from invoicing.series where operator_id = ? and series = 'FA-2026'")
                                .param(s.id().value())
                                .query(Long.class)
                                .single()));
        assertThat(counter).isEqualTo(INVOICES);
    }

    /// @return null when the work was rolled back on purpose, one time in twenty
    private String issue(Billing.Situation s, Wish wish, Random random) {
        var date = Billing.OCTOBER.firstDay().plusDays(random.nextInt(31));
        boolean undone = random.nextInt(20) == 0;
        return in(
                s.id(),
                () -> transaction.execute(status -> {
                    var issuance = invoicing.issue(s.id(), wish.draft(), date, wish.intent());
                    if (undone) status.setRollbackOnly();
                    return undone
                            ? null
                            : ((Issuance.Issued) issuance).invoice().number();
                }));
    }

    private void killConnections() throws SQLException {
        var database = sql.sql("select current_database()").query(String.class).single();
        try (var superuser = TestServer.server().superuser("postgres");
                var kill = superuser.prepareStatement("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = ? and state <> 'idle' limit 4""")) {
            kill.setString(1, database);
            kill.execute();
        }
    }
}
