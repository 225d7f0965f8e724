package org.passerelle.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.UserId;
import org.passerelle.operators.Operator;
import org.passerelle.platform.once.Change;
import org.passerelle.testing.Fictional;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@Import(House.class)
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("S-44, S-42, R-11: a changed file leaves its fields in the trail and its secrets nowhere")
class S44_PersonChangesTest {

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Operator operator;
    private Person person;

    @BeforeEach
    void a_person() {
        operator = house.has(anOperator());
        person = house.has(operator, aPerson());
    }

    @Test
    void an_IBAN_is_masked_in_the_trail_and_absent_from_the_log(CapturedOutput log) {
        var iban = Fictional.iban(Fictional.next());
        var intent = UUID.randomUUID();
        var first = in(operator.id(), () -> people.changeIban(person.id(), iban, 1, intent));
        var again = in(operator.id(), () -> people.changeIban(person.id(), iban, 1, intent));
        assertThat(List.of(first, again)).allMatch(Change.Changed.class::isInstance);
        assertThat(in(operator.id(), () -> people.get(person.id())).iban()).isEqualTo(iban);
        assertThat(trail("person.iban_changed"))
                .singleElement()
                .asString()
                .contains("iban=" + person.iban().masked() + " → " + iban.masked())
                .doesNotContain(iban.value());
        assertThat(log.getAll()).doesNotContain(iban.value());
    }

    @Test
    void a_rate_is_in_the_trail_with_its_month_and_without_its_figure() {
        var rate = new Withholding.Personal(Rate.ofPercent("13.7"));
        var month = Month.of("2026-11");
        in(operator.id(), () -> people.withhold(person.id(), month, rate, 1, UUID.randomUUID()));
        assertThat(trail("person.withheld"))
                .singleElement()
                .asString()
                .contains("month=2026-11")
                .doesNotContain("13.7")
                .doesNotContain("0.137");
        assertThat(in(operator.id(), () -> people.withholdings(person))).containsExactly(new Dated<>(month, rate));
    }

    @Test
    void a_NIR_is_corrected_while_nothing_was_paid_and_a_double_is_refused() {
        var other = house.has(operator, aPerson());
        var doubled = in(operator.id(), () -> people.change(withNir(other), 1, UUID.randomUUID()));
        assertThat(doubled).isInstanceOf(Change.Refused.class);
        var free = aPerson().build();
        in(operator.id(), () -> people.change(withNir(free), 1, UUID.randomUUID()));
        assertThat(in(operator.id(), () -> people.get(person.id())).nir()).isEqualTo(free.nir());
        assertThat(trail("person.changed"))
                .singleElement()
                .asString()
                .contains("fields=nir")
                .doesNotContain(free.nir().value());
    }

    @Test
    void of_two_colleagues_the_second_is_shown_what_the_first_did() {
        var iban = Fictional.iban(Fictional.next());
        in(operator.id(), () -> people.changeIban(person.id(), iban, 1, UUID.randomUUID()));
        var late = in(
                operator.id(),
                () -> people.withhold(
                        person.id(), Month.of("2026-11"), new Withholding.Neutral(), 1, UUID.randomUUID()));
        assertThat(late)
                .isInstanceOfSatisfying(
                        Change.Meanwhile.class,
                        meanwhile -> assertThat(meanwhile.now().revision()).isEqualTo(2));
        assertThat(in(operator.id(), () -> people.withholdings(person))).isEmpty();
    }

    @Test
    void a_sign_in_given_later_leaves_dated_terms_alone() {
        var rate = new Withholding.Personal(Rate.ofPercent("4"));
        var entry = Month.containing(person.employment().entry());
        in(operator.id(), () -> people.withhold(person.id(), entry, rate, 1, UUID.randomUUID()));
        in(operator.id(), () -> people.signsIn(person.id(), UserId.random()));
        assertThat(in(operator.id(), () -> people.get(person.id())).withholding())
                .isEqualTo(rate);
        assertThat(in(operator.id(), () -> people.all(operator.id(), entry)))
                .singleElement()
                .satisfies(one -> assertThat(one.withholding()).isEqualTo(rate));
    }

    private Person withNir(Person of) {
        return new Person(
                person.id(),
                person.operator(),
                person.user(),
                person.code(),
                person.firstName(),
                person.lastName(),
                person.birthDate(),
                of.nir(),
                person.address(),
                person.email(),
                person.iban(),
                person.qualification(),
                person.ownSiren(),
                person.sapDeclared(),
                person.employment(),
                person.withholding());
    }

    private List<String> trail(String action) {
        return in(
                operator.id(),
                () -> transaction.execute(_ -> jdbc.sql("""
                        select details from identity.trail_line where operator_id = ? and action = ?""")
                        .param(operator.id().value())
                        .param(action)
                        .query(String.class)
                        .list()));
    }
}
