package org.passerelle.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.Month;
import org.passerelle.operators.Operator;
import org.passerelle.platform.once.IntentReused;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("R-11: one wish to run the payroll is one run, of one month and one day")
class R11_PayrollOnceTest {

    private static final Month OCTOBER = Month.of("2026-10");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 5);

    @Autowired
    House house;

    @Autowired
    Payroll payroll;

    private Operator operator;

    @BeforeEach
    void a_portage_company() {
        operator = house.has(anOperator());
    }

    @Test
    void the_same_wish_again_is_the_same_run() {
        var intent = UUID.randomUUID();
        var first = run(OCTOBER, DAY, intent);
        assertThat(run(OCTOBER, DAY, intent).id()).isEqualTo(first.id());
        assertThat(run(OCTOBER, DAY, UUID.randomUUID()).id()).isNotEqualTo(first.id());
    }

    @Test
    void with_another_month_or_day_it_is_refused() {
        var intent = UUID.randomUUID();
        run(OCTOBER, DAY, intent);
        assertThatThrownBy(() -> run(OCTOBER.next(), DAY, intent)).isInstanceOf(IntentReused.class);
        assertThatThrownBy(() -> run(OCTOBER, DAY.plusDays(1), intent)).isInstanceOf(IntentReused.class);
    }

    private PayrollRun run(Month month, LocalDate day, UUID intent) {
        return in(operator.id(), () -> payroll.run(operator.id(), month, day, intent));
    }
}
