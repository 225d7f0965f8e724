package org.passerelle.invoicing.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.invoicing.core.LifeCycle.Event;
import org.passerelle.invoicing.core.LifeCycle.Status;

@DisplayName("EI-06: what became of an invoice, whatever the order in which one hears of it")
class EI06_LifeCycleTest {

    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void the_latest_event_counts_in_any_order_of_arrival() {
        var events = new ArrayList<>(List.of(
                new Event(Status.DEPOSITED, NINE, ""),
                new Event(Status.RECEIVED_BY_PLATFORM, NINE.plusSeconds(60), ""),
                new Event(Status.APPROVED, NINE.plusSeconds(3600), ""),
                new Event(Status.COLLECTED, NINE.plusSeconds(7200), "")));
        var random = new Random(20261123);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(events, random);
            assertThat(LifeCycle.current(events))
                    .get()
                    .extracting(Event::status)
                    .isEqualTo(Status.COLLECTED);
        }
        assertThat(LifeCycle.current(List.of())).isEmpty();
    }

    @Test
    void what_is_refused_or_rejected_stays_so() {
        var refused = new Event(Status.REFUSED, NINE.plusSeconds(60), "CMD_ERR");
        assertThat(LifeCycle.current(List.of(
                        new Event(Status.DEPOSITED, NINE, ""),
                        refused,
                        new Event(Status.APPROVED, NINE.plusSeconds(3600), ""))))
                .contains(refused);
    }

    @Test
    void of_two_at_the_same_moment_the_later_in_rank() {
        assertThat(LifeCycle.current(
                        List.of(new Event(Status.MADE_AVAILABLE, NINE, ""), new Event(Status.DEPOSITED, NINE, ""))))
                .get()
                .extracting(Event::status)
                .isEqualTo(Status.MADE_AVAILABLE);
    }

    @Test
    void a_refusal_has_its_reason_and_four_statuses_go_to_the_administration() {
        assertThatThrownBy(() -> new Event(Status.REFUSED, NINE, "")).hasMessage("REFUSED wants a reason");
        assertThat(Status.values())
                .filteredOn(Status::goesToTheAdministration)
                .extracting(Status::code)
                .containsExactly(200, 210, 212, 213);
        for (int code = 200; code <= 213; code++) {
            assertThat(Status.ofCode(code).code()).isEqualTo(code);
            assertThat(Status.ofCode(code).line()).isNotNull();
        }
        assertThatThrownBy(() -> Status.ofCode(214)).isInstanceOf(IllegalArgumentException.class);
    }
}
