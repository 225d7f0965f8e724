package org.passerelle.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.testing.House.in;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.operators.OperatorBuilder;
import org.passerelle.people.Person;
import org.passerelle.people.PersonBuilder;
import org.passerelle.platform.once.IntentReused;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("R-11, S-43: one wish to be forgotten, to suspend or to lift is one act")
class R11_PrivacyOnceTest {

    @Autowired
    House house;

    @Autowired
    Privacy privacy;

    private Person person;

    @BeforeEach
    void somebody() {
        var operator = house.has(OperatorBuilder.anOperator());
        person = house.has(operator, PersonBuilder.aPerson());
    }

    @Test
    void asking_twice_is_one_request_also_with_another_wish_while_the_first_waits() {
        var wish = UUID.randomUUID();
        var first = in(person.operator(), () -> privacy.ask(person, wish));
        assertThat(in(person.operator(), () -> privacy.ask(person, wish))).isEqualTo(first);
        assertThat(in(person.operator(), () -> privacy.ask(person, UUID.randomUUID())))
                .isEqualTo(first);
        assertThat(in(person.operator(), () -> privacy.waiting(person.operator())))
                .containsExactly(first);
    }

    @Test
    void a_suspension_stands_once_and_the_same_wish_with_another_reason_is_refused() {
        var wish = UUID.randomUUID();
        in(person.operator(), () -> place("Litige", wish));
        in(person.operator(), () -> place("Litige", wish));
        assertThatThrownBy(() -> in(person.operator(), () -> place("Contrôle", wish)))
                .isInstanceOf(IntentReused.class);
        assertThat(in(person.operator(), () -> privacy.hold(person))
                        .orElseThrow()
                        .reason())
                .isEqualTo("Litige");
        var lift = UUID.randomUUID();
        in(person.operator(), () -> lift(lift));
        in(person.operator(), () -> place("Contrôle", UUID.randomUUID()));
        in(person.operator(), () -> lift(lift));
        assertThat(in(person.operator(), () -> privacy.hold(person)))
                .as("the replay of the first lifting lifts nothing else")
                .isPresent();
    }

    @Test
    void forgetting_twice_forgets_once_and_a_suspension_without_a_reason_is_refused() {
        var wish = UUID.randomUUID();
        var gone = in(person.operator(), () -> privacy.forget(person, wish));
        assertThat(gone).contains(Kind.PROOF).doesNotContain(Kind.FILE, Kind.ACCOUNT);
        assertThat(in(person.operator(), () -> privacy.forget(person, wish))).isEmpty();
        assertThatThrownBy(() -> in(person.operator(), () -> place(" ", UUID.randomUUID())))
                .isInstanceOf(InvalidValue.class);
    }

    private boolean place(String reason, UUID wish) {
        privacy.place(person, reason, wish);
        return true;
    }

    private boolean lift(UUID wish) {
        privacy.lift(person, wish);
        return true;
    }
}
