package org.passerelle.contracts.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.ContractState;
import org.passerelle.contracts.PaperKind;
import org.passerelle.kernel.ContractId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.law.Laws;

@DisplayName("PS-43, PS-44, CA-31: how often and how long a contract goes on; CA-03, T08: less what came before")
class PS43_LongerTest {

    private static final Laws LAWS = Laws.load();

    @ParameterizedTest(name = "{0} from {1} to {2}, {3} signed before, until {4}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            CDD_RENEWAL           | 2026-01-05 | 2026-12-31 | 1 | 2027-07-04 | -
            CDD_RENEWAL           | 2026-01-05 | 2026-12-31 | 1 | 2027-07-05 | PS-43 length
            CDD_RENEWAL           | 2026-01-05 | 2026-12-31 | 2 | 2027-02-28 | PS-43 renewals
            CDD_RENEWAL           | 2026-01-05 | 2026-12-31 | 0 | 2026-12-31 | PS-43 not_later
            CDD_RENEWAL           | 2026-01-05 | 2026-09-30 | 0 | 2026-12-31 | PS-43 too_late
            PROSPECTING_EXTENSION | 2026-01-05 | 2027-07-04 | 0 | 2027-10-04 | -
            PROSPECTING_EXTENSION | 2026-01-05 | 2027-07-04 | 0 | 2027-10-05 | PS-44
            PROSPECTING_EXTENSION | 2026-01-05 | 2026-12-31 | 1 | 2027-01-31 | PS-44 once
            CAPE_RENEWAL          | 2026-01-01 | 2026-12-31 | 0 | 2027-12-31 | -
            CAPE_RENEWAL          | 2026-01-01 | 2026-12-31 | 0 | 2028-01-01 | CA-31 length
            CAPE_RENEWAL          | 2025-01-01 | 2026-12-31 | 2 | 2027-03-31 | CA-31 renewals
            """)
    void given_a_contract_and_what_was_signed(
            PaperKind kind, LocalDate entry, LocalDate exit, int signed, String until, String expected) {
        var papers = new ArrayList<Contract>();
        for (int i = 0; i < signed; i++) papers.add(paper(kind, exit.toString(), ContractState.SIGNED));
        var asked = paper(kind, until, ContractState.DRAFT);
        var found = Longer.obstacles(asked, entry, exit, papers, LAWS.on(LocalDate.parse("2026-10-02")));
        var said = found.stream()
                .map(one -> (one.ruleId() + " " + one.variant()).strip())
                .toList();
        assertThat(said).isEqualTo(expected.equals("-") ? List.of() : List.of(expected));
    }

    @Test
    void what_was_refused_or_withdrawn_does_not_count() {
        var papers = List.of(
                paper(PaperKind.PROSPECTING_EXTENSION, "2027-01-31", ContractState.REFUSED),
                paper(PaperKind.PROSPECTING_EXTENSION, "2027-01-31", ContractState.WITHDRAWN));
        var asked = paper(PaperKind.PROSPECTING_EXTENSION, "2027-01-31", ContractState.DRAFT);
        assertThat(Longer.obstacles(
                        asked,
                        LocalDate.parse("2026-01-05"),
                        LocalDate.parse("2026-12-31"),
                        papers,
                        LAWS.on(LocalDate.parse("2026-10-02"))))
                .isEmpty();
    }

    @ParameterizedTest(name = "what was typed: {0}")
    @CsvSource({"31/03/2027", "demain", "2027-02-30", "''"})
    void what_is_no_day_leaves_the_mention_open(String typed) {
        assertThat(Longer.day(typed)).isEmpty();
    }

    private static Contract paper(PaperKind kind, String until, ContractState state) {
        return new Contract(
                ContractId.random(),
                OperatorId.random(),
                "CT-2026-0001",
                kind,
                PersonId.random(),
                null,
                null,
                Map.of(Longer.NEW_END, until),
                state,
                Instant.parse("2026-10-02T08:00:00Z"),
                null,
                null,
                List.of(),
                null);
    }
}
