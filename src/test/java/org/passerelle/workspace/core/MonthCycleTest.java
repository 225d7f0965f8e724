package org.passerelle.workspace.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

@DisplayName("Where the month stands, and the one thing to do next")
class MonthCycleTest {

    @ParameterizedTest(name = "report {0}, {1} drafts, invoiced {2}, paid {3}, due {4}, net pay {5}: {6}, {7}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            -         | 0 | 0    | 0    | -          | -    | ACTIVITY  | REPORT
            DRAFT     | 0 | 0    | 0    | -          | -    | ACTIVITY  | SUBMIT
            RETURNED  | 0 | 0    | 0    | -          | -    | ACTIVITY  | MEND
            SUBMITTED | 0 | 0    | 0    | -          | -    | ACTIVITY  | WAIT_FOR_APPROVAL
            APPROVED  | 0 | 0    | 0    | -          | -    | PAY       | WAIT_FOR_PAY
            APPROVED  | 1 | 0    | 0    | -          | -    | INVOICE   | ISSUE
            APPROVED  | 1 | 1200 | 0    | 2026-11-30 | -    | INVOICE   | ISSUE
            APPROVED  | 0 | 1200 | 0    | 2026-11-22 | -    | PAYMENT   | WAIT_FOR_PAYMENT
            APPROVED  | 0 | 1200 | 0    | 2026-11-21 | -    | PAYMENT   | OVERDUE
            APPROVED  | 0 | 1200 | 1199 | 2026-11-21 | -    | PAYMENT   | OVERDUE
            APPROVED  | 0 | 1200 | 1200 | -          | -    | PAY       | WAIT_FOR_PAY
            APPROVED  | 0 | 1200 | 1200 | -          | 2400 | STATEMENT | READ_STATEMENT
            APPROVED  | 0 | 1200 | 0    | 2026-11-21 | 2400 | STATEMENT | OVERDUE
            """)
    void from_the_facts_of_22_November(
            String report,
            int drafts,
            String invoiced,
            String paid,
            LocalDate due,
            String net,
            Stage stage,
            NextAction next) {
        var facts = new MonthFacts(
                OperatorId.random(),
                PersonId.random(),
                "Camille",
                "Portage du Pont",
                Frame.PORTAGE_SALARIAL,
                Month.of(2026, 10),
                report,
                null,
                BigDecimal.TEN,
                drafts,
                1,
                Money.of(invoiced),
                Money.of(paid),
                due,
                net == null ? null : Money.of(net),
                null,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO);
        assertThat(MonthCycle.stage(facts)).isEqualTo(stage);
        assertThat(MonthCycle.next(facts, LocalDate.of(2026, 11, 22))).isEqualTo(next);
    }
}
