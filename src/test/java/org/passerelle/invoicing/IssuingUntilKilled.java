package org.passerelle.invoicing;

import static org.passerelle.testing.House.in;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.passerelle.Passerelle;
import org.passerelle.testing.House;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// The application as a process of its own, on a durable database, issuing invoices as fast as four people can. What
/// was acknowledged is written to a file before anything else is asked; then somebody pulls the plug.
final class IssuingUntilKilled {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    private IssuingUntilKilled() {}

    /// @param arguments home folder and file of what was acknowledged, one line each: operator and number
    public static void main(String[] arguments) throws Exception {
        var acknowledged = Path.of(arguments[1]);
        var context = new SpringApplicationBuilder(Passerelle.class, House.class, Billing.class)
                .properties("passerelle.home=" + arguments[0], "server.port=0", "logging.level.root=warn")
                .run();
        var billing = context.getBean(Billing.class);
        var invoicing = context.getBean(Invoicing.class);
        var house = billing.situation();
        var drafts = new ConcurrentLinkedQueue<>(billing.copies(billing.draft(house, "2026-10-12"), 600));
        try (var people = Executors.newFixedThreadPool(4);
                var file = Files.newByteChannel(acknowledged, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < 4; i++) {
                all.add(people.submit(() -> {
                    for (var draft = drafts.poll(); draft != null; draft = drafts.poll()) {
                        var next = draft;
                        var issued = (Issuance.Issued)
                                in(house.id(), () -> invoicing.issue(house.id(), next, DAY, UUID.randomUUID()));
                        var line = house.id() + " " + issued.invoice().number() + "\n";
                        synchronized (file) {
                            file.write(java.nio.ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
                        }
                    }
                    return null;
                }));
            }
            for (var one : all) one.get();
        }
    }
}
