package org.passerelle.bench;

import static org.passerelle.testing.House.in;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.passerelle.Passerelle;
import org.passerelle.invoicing.Billing;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.Issuance;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.testing.House;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Issues on one series of one operator, on a PostgreSQL that waits for the disk: R-10 wants 100 a second, p99 ≤ 2 s.
public final class IssueLoad {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final int WARM = 1_000;

    private IssueLoad() {}

    /// @param micros how long each issue took for the one who asked, waiting for the number included; sorted
    public record Result(double perSecond, long[] micros) {

        public long micros(double share) {
            return micros[(int) Math.min(micros.length - 1, Math.floor(share * micros.length))];
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f/s, p50 %.1f ms, p99 %.1f ms",
                    perSecond,
                    micros(0.5) / 1000.0,
                    micros(0.99) / 1000.0);
        }
    }

    /// @param arguments issuers (64) and invoices (2000)
    public static void main(String[] arguments) throws Exception {
        int issuers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64;
        int invoices = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        System.out.println(issuers + " issuers, one series: " + run(issuers, invoices));
        System.exit(0);
    }

    public static Result run(int issuers, int invoices) throws Exception {
        var home = Files.createTempDirectory("passerelle-issue-load");
        var application = new SpringApplicationBuilder(Passerelle.class, House.class, Billing.class)
                .properties("passerelle.home=" + home, "server.port=0", "logging.level.root=warn");
        try (var context = application.run()) {
            var billing = context.getBean(Billing.class);
            var invoicing = context.getBean(Invoicing.class);
            var situation = billing.situation();
            var drafts = billing.copies(billing.draft(situation, "2026-10-12"), WARM + invoices);
            issue(invoicing, situation, drafts.subList(0, WARM), issuers);
            long start = System.nanoTime();
            var micros = issue(invoicing, situation, drafts.subList(WARM, drafts.size()), issuers);
            double seconds = (System.nanoTime() - start) / 1e9;
            Arrays.sort(micros);
            return new Result(invoices / seconds, micros);
        } finally {
            try (var files = Files.walk(home)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .map(java.nio.file.Path::toFile)
                        .forEach(java.io.File::delete);
            }
        }
    }

    // Who finds no connection free for five seconds asks again, with the same intent; the wait counts.
    private static Issuance asked(Invoicing invoicing, Billing.Situation s, InvoiceId draft, UUID intent) {
        while (true) {
            try {
                return in(s.id(), () -> invoicing.issue(s.id(), draft, DAY, intent));
            } catch (org.springframework.transaction.CannotCreateTransactionException busy) {
                Thread.onSpinWait();
            }
        }
    }

    private static long[] issue(Invoicing invoicing, Billing.Situation s, List<InvoiceId> drafts, int issuers)
            throws Exception {
        var waiting = new ConcurrentLinkedQueue<>(drafts);
        var took = new ConcurrentLinkedQueue<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<java.util.concurrent.Future<?>>();
            for (int i = 0; i < issuers; i++) {
                all.add(threads.submit(() -> {
                    for (var draft = waiting.poll(); draft != null; draft = waiting.poll()) {
                        var next = draft;
                        long start = System.nanoTime();
                        var issuance = asked(invoicing, s, next, UUID.randomUUID());
                        if (!(issuance instanceof Issuance.Issued))
                            throw new IllegalStateException(issuance.toString());
                        took.add((System.nanoTime() - start) / 1_000);
                    }
                }));
            }
            for (var one : all) one.get();
        }
        return took.stream().mapToLong(Long::longValue).toArray();
    }
}
