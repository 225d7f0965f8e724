package org.passerelle.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.banking.Export;
import org.passerelle.banking.PaymentOrder;
import org.passerelle.banking.PaymentOrderState;
import org.passerelle.banking.PaymentOrders;
import org.passerelle.compte.Compte;
import org.passerelle.compte.Pocket;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.ledger.Ledger;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.payroll.Correction.Change;
import org.passerelle.payroll.Correction.Made;
import org.passerelle.payroll.Correction.Possible;
import org.passerelle.payroll.Correction.Reason;
import org.passerelle.payroll.Correction.Refused;
import org.passerelle.people.Person;
import org.passerelle.platform.audit.Audit;
import org.passerelle.platform.once.IntentReused;
import org.passerelle.platform.time.Days;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import({House.class, Payday.class})
@DisplayName("R-07, R-05, BP-01: a payslip never changes; a correction is a new one that cancels and replaces it")
class R07_CorrectingPayslipTest {

    private static final Month OCTOBER = Month.of("2026-10");
    private static final Month NOVEMBER = OCTOBER.next();
    private static final LocalDate PAY_DAY = LocalDate.of(2026, 10, 30); // a Friday
    private static final LocalDate LATER = LocalDate.of(2026, 11, 27);

    @Autowired
    House house;

    @Autowired
    Payday payday;

    @Autowired
    Payroll payroll;

    @Autowired
    Payslips payslips;

    @Autowired
    Corrections corrections;

    @Autowired
    PaymentOrders orders;

    @Autowired
    Compte compte;

    @Autowired
    Ledger ledger;

    @Autowired
    Audit audit;

    @Autowired
    Clock clock;

    private Operator operator;
    private Person person;
    private Mission mission;
    private IssuedPayslip first;

    @BeforeEach
    void a_payslip_of_all_that_the_account_allowed() {
        operator = house.has(anOperator());
        person = house.has(operator, aPerson());
        mission = house.has(person, house.has(operator, aClient()), aMission());
        payday.worked(person, mission, OCTOBER, 18, 0);
        payday.collected(person, LocalDate.of(2026, 10, 20), "9000");
        payday.spent(person, LocalDate.of(2026, 10, 12), "120.00", "20.00");
        first = payday.run(operator, OCTOBER, PAY_DAY).payslips().getFirst();
    }

    @Test
    void both_stay_and_only_the_new_one_counts() {
        var pdf = in(operator.id(), () -> payslips.pdf(first));

        var second = made("3000");

        assertThat(second.gross()).isLessThanOrEqualTo(Money.of("3000")).isGreaterThan(Money.of("2990"));
        assertThat(second.number()).isEqualTo("BP-2026-10-002");
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.refund()).isEqualTo(first.refund());
        assertThat(in(operator.id(), () -> payslips.history(operator.id(), person.id())))
                .containsExactly(second, first);
        assertThat(in(operator.id(), () -> payslips.of(operator.id(), person.id())))
                .containsExactly(second);
        assertThat(in(operator.id(), () -> payslips.pdf(first))).isEqualTo(pdf);
        var told = in(operator.id(), () -> corrections.of(operator.id(), person.id()))
                .getFirst();
        assertThat(told.correctedNumber()).isEqualTo(first.number());
        assertThat(told.number()).isEqualTo(second.number());
        assertThat(told.reason()).isEqualTo("Brut souhaité mal saisi");
        assertThat(payroll.agrees(second)).isTrue();
        theBookTells(second);
    }

    @Test
    void a_transfer_that_has_not_left_is_withdrawn_and_ordered_anew() {
        var second = made("3000");

        assertThat(order(first).state()).isEqualTo(PaymentOrderState.WITHDRAWN);
        assertThat(order(second).request().amount()).isEqualTo(second.due());
        assertThat(order(second).request().reference()).endsWith("-2");
        assertThat(overpaid()).isEqualTo(Money.ZERO);
        theBookTells(second);
    }

    @Test
    void what_was_transferred_too_much_is_kept_from_later_pay_a_tenth_at_a_time() {
        sent(PAY_DAY);
        var second = made("4000");
        var tooMuch = first.due().minus(second.due());
        assertThat(tooMuch.isPositive()).isTrue();
        assertThat(overpaid()).isEqualTo(tooMuch);
        assertThat(find(second)).isNull();
        theBookTells(second);

        payday.worked(person, mission, NOVEMBER, 10, 0);
        var previewed = payday.preview(operator, NOVEMBER, LATER);
        var november = payday.run(operator, NOVEMBER, LATER).payslips().getFirst();

        var net = november.netBeforeTax().minus(november.withheld());
        var tenth = Money.of(net.toBigDecimal().movePointLeft(1).setScale(2, java.math.RoundingMode.HALF_UP));
        assertThat(november.recovered()).isEqualTo(tooMuch.min(tenth)).isEqualTo(tenth);
        assertThat(((PayPreview.Payable) previewed.getFirst()).netPaid()).isEqualTo(november.netPaid());
        assertThat(order(november).request().amount()).isEqualTo(net.minus(tenth));
        assertThat(overpaid()).isEqualTo(tooMuch.minus(tenth));
        assertThat(november.sheet().before()).isEqualTo(second.sheet().after());
        theBookTells(november);
    }

    @Test
    void what_is_missing_is_ordered_alone() {
        var second = made("3000");
        sent(PAY_DAY);

        var third = made(second, "4000");

        assertThat(order(second).state()).isEqualTo(PaymentOrderState.EXPORTED);
        assertThat(order(third).request().amount()).isEqualTo(third.due().minus(second.due()));
        assertThat(overpaid()).isEqualTo(Money.ZERO);
        theBookTells(third);
    }

    @Test
    void in_a_closed_month_the_correction_is_told_where_the_book_is_open() {
        in(operator.id(), () -> ledger.close(operator.id(), OCTOBER));
        var today = Days.today(clock);

        var second = made("3000");

        for (var source : List.of(second.source(), second.source() + ":ca")) {
            var entry = in(
                    operator.id(),
                    () -> ledger.of(operator.id(), source)
                            .flatMap(id -> ledger.find(operator.id(), id))
                            .orElseThrow());
            assertThat(entry.date()).isEqualTo(today);
        }
        theBookTells(second);
    }

    @Test
    void in_an_open_month_it_is_told_in_the_month_itself() {
        var second = made("3000");
        var entry = in(
                operator.id(),
                () -> ledger.of(operator.id(), second.source())
                        .flatMap(id -> ledger.find(operator.id(), id))
                        .orElseThrow());
        assertThat(entry.date()).isEqualTo(OCTOBER.lastDay());
    }

    @Test
    void what_cannot_be_corrected_is_refused_with_the_reason_and_nothing_is_written() {
        var second = made("3000");
        assertThat(correct(first, "2900", UUID.randomUUID())).isEqualTo(new Refused(Reason.REPLACED));
        assertThat(correct(second, "3000", UUID.randomUUID())).isEqualTo(new Refused(Reason.NOTHING_CHANGES));
        payday.worked(person, mission, NOVEMBER, 2, 0);
        payday.run(operator, NOVEMBER, LATER);
        assertThat(correct(second, "2800", UUID.randomUUID())).isEqualTo(new Refused(Reason.LATER_MONTH_PAID));
        assertThat(in(operator.id(), () -> payslips.history(operator.id(), OCTOBER)))
                .hasSize(2);
        theBookTells(second);
    }

    @Test
    void R11_one_wish_is_one_correction() {
        var intent = UUID.randomUUID();
        var made = correct(first, "3000", intent);
        assertThat(correct(first, "3000", intent)).isEqualTo(made);
        assertThatThrownBy(() -> correct(first, "3100", intent)).isInstanceOf(IntentReused.class);
        assertThat(in(operator.id(), () -> payslips.history(operator.id(), OCTOBER)))
                .hasSize(2);
    }

    @Test
    void the_preview_of_a_correction_is_the_correction() {
        var possible =
                (Possible) in(operator.id(), () -> corrections.preview(operator.id(), first.id(), Money.of("3000")));
        var second = made("3000");
        assertThat(second.sheet()).isEqualTo(possible.after());
        assertThat(possible.difference()).isEqualTo(second.due().minus(first.due()));
    }

    @Test
    void the_minimum_stays_due_whatever_gross_is_asked() {
        var second = made("1");
        assertThat(second.sheet().earnings().getFirst().code()).isEqualTo("base");
        assertThat(second.sheet().earnings().getFirst().amount())
                .isEqualTo(first.sheet().earnings().getFirst().amount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void a_correction_has_a_reason(String reason) {
        assertThatThrownBy(() -> new Change(reason, null, PAY_DAY)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Change("x".repeat(301), null, PAY_DAY)).isInstanceOf(InvalidValue.class);
    }

    private IssuedPayslip made(String gross) {
        return made(first, gross);
    }

    private IssuedPayslip made(IssuedPayslip payslip, String gross) {
        return ((Made) correct(payslip, gross, UUID.randomUUID())).payslip();
    }

    private Correction correct(IssuedPayslip payslip, String gross, UUID intent) {
        var change = new Change("Brut souhaité mal saisi", Money.of(gross), PAY_DAY);
        return in(operator.id(), () -> corrections.correct(operator.id(), payslip.id(), change, intent));
    }

    private void sent(LocalDate day) {
        var export = in(operator.id(), () -> {
            orders.fourEyes(operator.id(), false);
            return orders.export(operator.id(), day, UUID.randomUUID());
        });
        assertThat(export).isInstanceOf(Export.Exported.class);
    }

    private PaymentOrder order(IssuedPayslip payslip) {
        return java.util.Objects.requireNonNull(find(payslip));
    }

    private @Nullable PaymentOrder find(IssuedPayslip payslip) {
        return in(operator.id(), () -> orders.all(operator.id())).stream()
                .filter(order -> order.request().subject().equals(payslip.source()))
                .findFirst()
                .orElse(null);
    }

    private Money overpaid() {
        return in(operator.id(), () -> corrections.overpaid(operator.id(), person.id()));
    }

    /// The account, the wages and what is owed are those of the payslips that stand; no invariant is broken.
    private void theBookTells(IssuedPayslip last) {
        var live = in(operator.id(), () -> payslips.of(operator.id(), person.id()));
        var account = in(operator.id(), () -> compte.of(operator.id(), person.id()));
        assertThat(account.available())
                .isEqualTo(live.getFirst().sheet().account().balance());
        assertThat(account.reserve())
                .isEqualTo(sum(live, one -> one.sheet().account().reserve()));
        assertThat(account.leave())
                .isEqualTo(sum(live, one -> one.sheet().account().leave()));
        assertThat(compteOf(Pocket.AVAILABLE)).isEqualTo(account.available());
        var wages = in(operator.id(), () -> ledger.balance(operator.id(), "641", null));
        assertThat(wages).isEqualTo(sum(live, IssuedPayslip::gross));
        var owed = in(operator.id(), () -> ledger.balance(operator.id(), "421000", person.id()));
        assertThat(owed.negated()).isEqualTo(sum(live, one -> one.netBeforeTax().minus(one.withheld())));
        assertThat(live.getFirst().month()).isGreaterThanOrEqualTo(last.month());
        assertThat(audit.check().stream()
                        .flatMap(result -> result.breaches().stream())
                        .filter(breach -> breach.operator().equals(operator.id().toString())))
                .isEmpty();
    }

    private Money compteOf(Pocket pocket) {
        return in(operator.id(), () -> compte.balance(operator.id(), person.id(), pocket));
    }

    private static Money sum(List<IssuedPayslip> payslips, Function<IssuedPayslip, Money> of) {
        return payslips.stream().map(of).reduce(Money.ZERO, Money::plus);
    }
}
