package org.passerelle.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.missions.MissionBuilder.dailyRate;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.compte.ActivityAccount;
import org.passerelle.compte.Category;
import org.passerelle.compte.Compte;
import org.passerelle.compte.Pocket;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.Issuance;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.ledger.Ledger;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.operators.OperatorBuilder;
import org.passerelle.people.Person;
import org.passerelle.platform.audit.Audit;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import({House.class, Payday.class})
@DisplayName("SW-07: pay beyond the minimum before the client has paid is an advance with a limit, taken back once")
class SW07_PayBeforeCollectionTest {

    private static final Month OCTOBER = Month.of("2026-10");
    private static final LocalDate PAY_DAY = LocalDate.of(2026, 11, 5);
    private static final Money CAP = Money.of("4000");

    @Autowired
    House house;

    @Autowired
    Payday payday;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Compte compte;

    @Autowired
    Ledger ledger;

    @Autowired
    Audit audit;

    private Operator operator;
    private Person person;
    private Mission mission;

    @Test
    void two_months_advanced_in_the_first_and_taken_back_in_the_second() {
        employedBy(anOperator().advancingUpTo("4000"));
        var invoice = invoiced(18); // 8 100 € without VAT, 7 452 € after the fee: more than the limit
        var previewed = payday.preview(operator, OCTOBER, PAY_DAY);

        var october = payslip(OCTOBER, PAY_DAY);

        var first = october.sheet().account();
        assertThat(previewed)
                .singleElement()
                .isEqualTo(new PayPreview.Payable(person, october.sheet(), Money.ZERO, Money.ZERO));
        assertThat(first.advanced()).isLessThanOrEqualTo(CAP).isGreaterThan(CAP.minus(Money.of("1")));
        assertThat(first.isShort()).isFalse();
        assertThat(first.balance()).isEqualTo(Money.ZERO);
        assertThat(october.sheet().earnings())
                .extracting(Sheet.Earning::code)
                .containsExactly("base", "complement", "apport");
        assertThat(account().available()).isEqualTo(Money.ZERO);
        assertThat(account().advance()).isEqualTo(first.advanced().negated());
        assertThat(owedToTheOperator()).isEqualTo(first.advanced());

        // the client pays: the fee first, then the advance, in the transaction of the payment
        var day = LocalDate.of(2026, 11, 25);
        in(
                operator.id(),
                () -> invoicing.settle(operator.id(), invoice.id(), invoice.open(), BankLineId.random(), day));

        assertThat(account().advance()).isEqualTo(Money.ZERO);
        assertThat(owedToTheOperator()).isEqualTo(Money.ZERO);
        var collected = Money.of("8100").minus(Money.of("648"));
        assertThat(account().available()).isEqualTo(collected.minus(first.advanced()));
        assertThat(account().sum(Category.AVANCE)).isEqualTo(Money.ZERO);

        payday.worked(person, mission, OCTOBER.next(), 10, 0);
        var november = payslip(OCTOBER.next(), LocalDate.of(2026, 12, 4));

        var second = november.sheet().account();
        assertThat(second.takenBack()).isEqualTo(first.advanced());
        assertThat(second.opening()).isEqualTo(Money.ZERO);
        assertThat(second.collected()).isEqualTo(Money.of("8100"));
        assertThat(second.advanced()).isEqualTo(Money.ZERO); // November's own invoice is not issued yet
        assertThat(account().available()).isEqualTo(second.balance());
        assertThat(account().total()).isEqualTo(collected.minus(october.cost()).minus(november.cost()));
        nothingIsBroken();
    }

    @Test
    void by_default_the_complement_waits_for_the_client() {
        employedBy(anOperator());
        invoiced(18);

        var october = payslip(OCTOBER, PAY_DAY).sheet();

        assertThat(october.account().isShort()).isTrue();
        assertThat(october.account().advanced()).isEqualTo(Money.ZERO);
        assertThat(october.earnings()).noneMatch(earning -> earning.code().equals("complement"));
        assertThat(account().advance()).isEqualTo(Money.ZERO);
        nothingIsBroken();
    }

    @Test
    void what_was_advanced_once_is_not_advanced_again_for_the_same_invoice() {
        employedBy(anOperator().advancingUpTo("20000"));
        invoiced(18);
        var october = payslip(OCTOBER, PAY_DAY).sheet().account();
        assertThat(october.advanced()).isBetween(Money.of("7451.90"), Money.of("7452"));

        payday.worked(person, mission, OCTOBER.next(), 10, 0);
        var november =
                payslip(OCTOBER.next(), LocalDate.of(2026, 11, 27)).sheet().account();

        assertThat(november.advanced()).isLessThan(Money.of("0.10"));
        assertThat(november.isShort()).isTrue();
        nothingIsBroken();
    }

    @Test
    void an_overdue_invoice_is_not_advanced() {
        employedBy(anOperator().advancingUpTo("4000"));
        var invoice = invoiced(18);

        var lastDay = in(operator.id(), () -> preview(invoice.dueDate()));
        var dayAfter = in(operator.id(), () -> preview(invoice.dueDate().plusDays(1)));

        assertThat(lastDay.advanced().isPositive()).isTrue();
        assertThat(dayAfter.advanced()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_payment_in_part_gives_back_what_it_can() {
        employedBy(anOperator().advancingUpTo("4000"));
        var invoice = invoiced(18);
        var advanced = payslip(OCTOBER, PAY_DAY).sheet().account().advanced();

        // 1 200 € with VAT: 1 000 € without, 920 € after the fee
        in(
                operator.id(),
                () -> invoicing.settle(
                        operator.id(),
                        invoice.id(),
                        Money.of("1200"),
                        BankLineId.random(),
                        LocalDate.of(2026, 11, 20)));

        assertThat(account().advance()).isEqualTo(Money.of("920").minus(advanced));
        assertThat(account().available()).isEqualTo(Money.ZERO);
        nothingIsBroken();
    }

    private Sheet.Account preview(LocalDate payDate) {
        return ((PayPreview.Payable) payday.preview(operator, OCTOBER, payDate).getFirst())
                .sheet()
                .account();
    }

    private void employedBy(OperatorBuilder builder) {
        operator = house.has(builder);
        person = house.has(operator, aPerson());
        mission = house.has(person, house.has(operator, aClient()), aMission().at(dailyRate("450")));
    }

    private IssuedInvoice invoiced(int days) {
        var report = payday.reported(person, mission, OCTOBER, days, 0);
        payday.approve(person, report);
        return in(operator.id(), () -> {
            var draft = invoicing.draftFrom(operator.id(), report).getFirst();
            var day = OCTOBER.lastDay();
            return ((Issuance.Issued) invoicing.issue(operator.id(), draft.id(), day, UUID.randomUUID())).invoice();
        });
    }

    private IssuedPayslip payslip(Month month, LocalDate payDate) {
        return payday.run(operator, month, payDate).payslips().getFirst();
    }

    private ActivityAccount account() {
        return in(operator.id(), () -> compte.of(operator.id(), person.id()));
    }

    private Money owedToTheOperator() {
        return in(operator.id(), () -> ledger.balance(operator.id(), Pocket.ADVANCE.account(), null));
    }

    private void nothingIsBroken() {
        assertThat(audit.check().stream()
                        .flatMap(result -> result.breaches().stream())
                        .filter(breach -> breach.operator().equals(operator.id().toString())))
                .isEmpty();
    }
}
