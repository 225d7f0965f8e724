package org.passerelle.invoicing.core;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What became of an invoice at the platforms and at the buyer (EI-06, XP Z12-012). A status is an event with its own
/// time; several may come late or out of order, so all are kept and the current one is computed.
public final class LifeCycle {

    private LifeCycle() {}

    /// The statuses of formats §5.1, in their rank.
    public enum Status {
        DEPOSITED(200),
        ISSUED_BY_PLATFORM(201),
        RECEIVED_BY_PLATFORM(202),
        MADE_AVAILABLE(203),
        TAKEN_IN_CHARGE(204),
        APPROVED(205),
        PARTLY_APPROVED(206),
        DISPUTED(207),
        SUSPENDED(208),
        COMPLETED(209),
        REFUSED(210),
        PAYMENT_SENT(211),
        COLLECTED(212),
        REJECTED(213);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /// Nothing comes after it: a credit note and an invoice under a new number (EI-06).
        public boolean isFinal() {
            return this == REFUSED || this == REJECTED;
        }

        /// A reason goes with it.
        public boolean needsReason() {
            return switch (this) {
                case PARTLY_APPROVED, DISPUTED, SUSPENDED, REFUSED, REJECTED -> true;
                default -> false;
            };
        }

        /// The four that the law wants transmitted.
        public boolean goesToTheAdministration() {
            return switch (this) {
                case DEPOSITED, REFUSED, COLLECTED, REJECTED -> true;
                default -> false;
            };
        }

        /// The word of the one line that the freelancer reads.
        public Line line() {
            return switch (this) {
                case DEPOSITED, ISSUED_BY_PLATFORM -> Line.DEPOSITED;
                case RECEIVED_BY_PLATFORM, MADE_AVAILABLE, TAKEN_IN_CHARGE, SUSPENDED, COMPLETED -> Line.RECEIVED;
                case APPROVED, PARTLY_APPROVED, PAYMENT_SENT -> Line.APPROVED;
                case DISPUTED, REFUSED, REJECTED -> Line.REFUSED;
                case COLLECTED -> Line.COLLECTED;
            };
        }

        /// @throws IllegalArgumentException for a code outside 200 to 213
        public static Status ofCode(int code) {
            for (var one : values()) if (one.code == code) return one;
            throw new IllegalArgumentException("no status " + code);
        }
    }

    /// Déposée, reçue, approuvée, refusée, encaissée.
    public enum Line {
        DEPOSITED,
        RECEIVED,
        APPROVED,
        REFUSED,
        COLLECTED
    }

    /// @param at when it happened, not when it was heard of
    /// @param reason a code of formats §5.1, empty when none is wanted
    public record Event(Status status, Instant at, String reason) {
        public Event {
            if (status.needsReason() && reason.isBlank()) {
                throw new IllegalArgumentException(status + " wants a reason");
            }
        }
    }

    /// A final status stands whatever comes; else the latest, and of two at the same moment the later in rank.
    public static Optional<Event> current(List<Event> events) {
        var byTime = Comparator.comparing(Event::at).thenComparing(Event::status);
        var closed = events.stream().filter(event -> event.status().isFinal()).min(byTime);
        return closed.isPresent() ? closed : events.stream().max(byTime);
    }
}
