package org.passerelle.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.testing.Fictional;
import org.passerelle.testing.House;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("KY-02: for 48 hours nothing is paid to a bank account that was just named")
class KY02_CoolingIbanTest {

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @AfterEach
    void the_clock_goes_on() {
        clock.reset();
    }

    @Test
    void from_the_change_to_the_last_moment_of_the_second_day() {
        var changed = Instant.parse("2026-11-23T10:00:00Z");
        clock.moveTo(changed);
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        assertThat(House.in(operator.id(), () -> people.coolingIbans(operator.id())))
                .as("the first account was named with the file")
                .isEmpty();
        var other = Fictional.iban(Fictional.next());
        House.in(operator.id(), () -> people.changeIban(person.id(), other, 1, UUID.randomUUID()));
        assertThat(House.in(operator.id(), () -> people.coolingIbans(operator.id())))
                .containsOnlyKeys(other);
        clock.moveTo(changed.plus(Duration.ofHours(48)).minusSeconds(60));
        assertThat(House.in(operator.id(), () -> people.coolingIbans(operator.id())))
                .hasSize(1);
        clock.moveTo(changed.plus(Duration.ofHours(48)).plusSeconds(60));
        assertThat(House.in(operator.id(), () -> people.coolingIbans(operator.id())))
                .isEmpty();
    }
}
