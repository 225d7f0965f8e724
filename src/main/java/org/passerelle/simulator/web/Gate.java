package org.passerelle.simulator.web;

import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.passerelle.platform.web.Downloads;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Papers cost more than pages: only so many are drawn at once (S-54).
@Component
class Gate {

    private static final int AT_ONCE = 4;
    private static final int PATIENCE_MILLIS = 500;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Clock clock;

    Gate(Clock clock) {
        this.clock = clock;
    }

    /// @throws Later when too many are being drawn
    ResponseEntity<byte[]> paper(String name, Supplier<Report> report) {
        if (!enter()) throw new Later();
        try {
            var paper = ReportPage.render(report.get(), clock.instant());
            return Downloads.attachment("passerelle-" + name + ".pdf", "application/pdf", paper);
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
