package org.passerelle.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.contracts.core.SomePapers;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.passerelle.platform.mail.Mail;
import org.passerelle.platform.mail.Mailbox;
import org.passerelle.testing.House;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import({House.class, Mailbox.class})
@DisplayName(
        "Who has to sign is told, reminded by a schedule and by hand, and what expires is told to house and worker")
class RemindersTest {

    @Autowired
    House house;

    @Autowired
    Contracts contracts;

    @Autowired
    SigningReminders reminders;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    private Operator operator;
    private Contract paper;
    private Person person;
    private String client;

    @BeforeEach
    void a_commercial_contract_that_waits_for_its_client() {
        operator = house.has(anOperator());
        person = house.has(operator, aPerson());
        var buyer = house.has(operator, aClient());
        client = buyer.email();
        var mission = house.has(person, buyer, aMission());
        paper = in(() -> {
            contracts.sayHouse(operator.id(), SomePapers.HOUSE);
            var draft = contracts.draft(PaperKind.COMMERCIAL, person.id(), mission.id(), UUID.randomUUID());
            contracts.say(draft.id(), SomePapers.PAPER);
            contracts.send(draft.id());
            return contracts.get(draft.id());
        });
        collected();
    }

    @AfterEach
    void now_again() {
        clock.reset();
    }

    @Test
    void nobody_is_reminded_before_the_third_day_and_each_step_is_told_once() {
        clock.move(Duration.ofDays(2));
        assertThat(told()).isZero();
        clock.move(Duration.ofDays(1));
        assertThat(told()).isOne();
        assertThat(told()).isZero();
        var mails = collected();
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(client);
            assertThat(mail.text()).contains("/signature/");
        });
        clock.move(Duration.ofDays(9));
        assertThat(told()).as("of the two steps since, the last one speaks").isOne();
        assertThat(in(() -> reminders.of(paper))).extracting(Reminder::step).containsExactly(1, 3);
    }

    @Test
    void after_the_client_it_is_the_companys_turn_and_the_days_count_anew() {
        clock.move(Duration.ofDays(5));
        told();
        in(() -> contracts.sign(
                paper.id(),
                Party.CLIENT,
                Signature.How.EMAIL_CODE,
                new Consent("Dominique", client, "192.0.2.1", null)));
        assertThat(collected()).extracting(Mail::to).contains(operator.email());
        clock.move(Duration.ofDays(2));
        assertThat(told()).isZero();
        clock.move(Duration.ofDays(1));
        assertThat(told()).isOne();
        assertThat(collected()).extracting(Mail::to).containsExactly(operator.email());
    }

    @Test
    void by_hand_once_a_day() {
        assertThatThrownBy(() -> in(() -> reminders.again(paper.id())))
                .as("it was asked just now")
                .isInstanceOf(InvalidValue.class);
        clock.move(Duration.ofHours(25));
        in(() -> reminders.again(paper.id()));
        assertThatThrownBy(() -> in(() -> reminders.again(paper.id()))).isInstanceOf(InvalidValue.class);
        assertThat(collected()).extracting(Mail::to).containsExactly(client);
    }

    @Test
    void what_expires_is_closed_and_told_once_to_house_and_worker() {
        clock.move(Contracts.PATIENCE.plusDays(1));
        assertThat(told()).isEqualTo(2);
        assertThat(told()).isZero();
        assertThat(in(() -> contracts.get(paper.id())).state()).isEqualTo(ContractState.EXPIRED);
        assertThat(collected()).extracting(Mail::to).containsExactlyInAnyOrder(operator.email(), person.email());
    }

    @Test
    void a_refusal_ends_the_reminders() {
        in(() -> contracts.refuse(paper.id(), Party.CLIENT, "Le budget n’est pas voté."));
        clock.move(Duration.ofDays(5));
        assertThat(told()).isZero();
        clock.move(Duration.ofDays(20));
        assertThat(told()).isZero();
        assertThat(in(() -> contracts.get(paper.id())).state()).isEqualTo(ContractState.REFUSED);
    }

    private int told() {
        return in(() -> reminders.tell(operator.id()));
    }

    private List<Mail> collected() {
        return mailbox.collect().stream()
                .filter(mail ->
                        List.of(client, operator.email(), person.email()).contains(mail.to()))
                .toList();
    }

    private <T> T in(Callable<T> work) {
        return House.in(operator.id(), work);
    }
}
