package org.passerelle.missions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.missions.MissionBuilder.aMission;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.missions.core.Judgement;

@DisplayName("PS-10: the 36 months run from the first day of the same service for the client")
class PS10_SpanTest {

    @Test
    void earlier_missions_of_the_same_service_count_and_a_gap_does_not_start_anew() {
        var terms = aMission().from("2026-01-01", "2027-01-31").build();
        var span = Judgement.span(
                terms,
                List.of(
                        agreed(aMission().from("2025-03-01", "2025-12-31")),
                        agreed(aMission().from("2024-02-01", "2024-07-31"))));
        assertThat(span.start()).isEqualTo(LocalDate.parse("2024-02-01"));
        assertThat(span.end()).isEqualTo(LocalDate.parse("2027-01-31"));
    }

    @Test
    void another_service_does_not_count() {
        var terms =
                aMission().of("developpeur").from("2026-01-01", "2027-01-31").build();
        var span = Judgement.span(terms, List.of(agreed(aMission().from("2024-02-01", "2024-07-31"))));
        assertThat(span).isEqualTo(terms.dates());
    }

    private static Mission agreed(MissionBuilder terms) {
        return new Mission(
                MissionId.random(),
                OperatorId.random(),
                PersonId.random(),
                ClientId.random(),
                "M-001",
                terms.build(),
                MissionState.AGREED,
                List.of(),
                List.of(),
                null);
    }
}
