package org.passerelle.simulator.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.passerelle.platform.web.Downloads;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

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

    /// The paper, or 429 when too many are being drawn.
    Object paper(String name, HttpServletResponse response, Supplier<Report> report) {
        if (!enter()) return later(response);
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

    static ModelAndView later(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        return new ModelAndView("error", Map.of("status", 429), HttpStatus.TOO_MANY_REQUESTS);
    }
}
