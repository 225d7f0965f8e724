package org.passerelle.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S-54: one address asks so often; its neighbour does not notice")
class S54_VisitsTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void a_program_in_a_loop_is_told_to_come_back_and_a_neighbour_is_not() {
        var visits = new Visits(25);
        int came = 0;
        for (int i = 0; i < 2_000; i++) if (visits.comesIn("203.0.113.7", i * (SECOND / 1000))) came++;

        // eight seconds ahead, and two seconds went by
        assertThat(came).isBetween(240, 255);
        assertThat(visits.comesIn("203.0.113.8", 2 * SECOND)).isTrue();
    }

    @Test
    void who_waits_may_ask_again() {
        var visits = new Visits(25);
        for (int i = 0; i < 500; i++) visits.comesIn("203.0.113.7", 0);

        assertThat(visits.comesIn("203.0.113.7", 0)).isFalse();
        assertThat(visits.comesIn("203.0.113.7", 2 * SECOND)).isTrue();
    }

    @Test
    void nobody_who_types_is_ever_stopped() {
        var visits = new Visits(25);
        for (int i = 0; i < 3_600; i++)
            assertThat(visits.comesIn("203.0.113.7", i * SECOND / 8)).isTrue();
    }
}
