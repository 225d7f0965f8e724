package org.passerelle.missions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.clients.ClientBuilder.aConsumer;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.missions.MissionBuilder.dailyRate;
import static org.passerelle.missions.MissionBuilder.fixedPrice;
import static org.passerelle.missions.MissionBuilder.hourlyRate;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;
import static org.passerelle.testing.House.in;

import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@PasserelleTest
@Import(House.class)
@RecordApplicationEvents
@DisplayName("A mission is kept with what the law says of it in the entity's frame")
class MissionsTest {

    @Autowired
    Missions missions;

    @Autowired
    House house;

    @Test
    void a_lawful_mission_is_agreed_at_once_and_said_so(@Autowired ApplicationEvents events) {
        var operator = house.has(anOperator());
        var mission = house.has(house.has(operator, aPerson()), house.has(operator, aClient()), aMission());
        assertThat(mission.state()).isEqualTo(MissionState.AGREED);
        assertThat(events.stream(MissionAgreed.class)).containsExactly(new MissionAgreed(operator.id(), mission.id()));
    }

    @Test
    void what_was_written_is_read_again() {
        var operator = house.has(anOperator());
        var mission = house.has(house.has(operator, aPerson()), house.has(operator, aConsumer()), aMission());
        var read = in(operator.id(), () -> missions.get(mission.id()));
        assertThat(read).usingRecursiveComparison().isEqualTo(mission);
    }

    @Test
    void PS01_a_consumer_in_portage_is_refused_kept_with_the_reason_and_pointed_to_the_cooperative(
            @Autowired ApplicationEvents events) {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        var client = house.has(operator, aConsumer());
        var terms = aMission().of("coach-vie").forPrivateUse().build();
        var proposal = in(operator.id(), () -> missions.propose(person.id(), client.id(), terms, UUID.randomUUID()));
        assertThat(proposal.mission().state()).isEqualTo(MissionState.REFUSED);
        assertThat(proposal.mission().findings())
                .anySatisfy(finding -> assertThat(finding.ruleId()).isEqualTo("PS-01"));
        assertThat(proposal.advice().alternativesTo(Frame.PORTAGE_SALARIAL)).contains(Frame.CAE);
        assertThat(events.stream(MissionAgreed.class)).isEmpty();
        assertThat(in(operator.id(), () -> missions.get(proposal.mission().id()))
                        .state())
                .isEqualTo(MissionState.REFUSED);
    }

    @Test
    void CA21_the_cooperative_serves_the_consumer() {
        var operator = house.has(aCooperative());
        var mission = house.has(
                house.has(operator, anEntrepreneur()),
                house.has(operator, aConsumer()),
                aMission().of("coach-vie").forPrivateUse());
        assertThat(mission.state()).isEqualTo(MissionState.AGREED);
    }

    @ParameterizedTest(name = "PS10 after 1 February 2025, until {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2028-01-31 | AGREED
            2028-02-01 | REFUSED
            """)
    void the_same_service_for_the_same_client_lasts_36_months_in_all(String until, MissionState expected) {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        var client = house.has(operator, aClient());
        house.has(person, client, aMission().from("2025-08-01", "2026-12-31"));
        house.has(person, client, aMission().of("developpeur").from("2025-01-06", "2025-01-31"));
        var first = house.has(person, client, aMission().from("2025-02-01", "2025-07-31"));
        assertThat(first.state()).isEqualTo(MissionState.AGREED);
        var mission = house.has(person, client, aMission().from("2027-01-01", until));
        assertThat(mission.state()).isEqualTo(expected);
    }

    @Test
    void PS10_another_client_starts_a_count_of_its_own() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        house.has(person, house.has(operator, aClient()), aMission().from("2025-02-01", "2027-01-31"));
        var mission =
                house.has(person, house.has(operator, aClient()), aMission().from("2026-02-01", "2028-12-31"));
        assertThat(mission.state()).isEqualTo(MissionState.AGREED);
    }

    @Test
    void an_unanswered_question_leaves_it_undecided_and_an_answer_decides_it() {
        var operator = house.has(anOperator());
        var mission = house.has(
                house.has(operator, aPerson()),
                house.has(operator, aClient()),
                aMission().because(null));
        assertThat(mission.state()).isEqualTo(MissionState.UNDECIDED);
        assertThat(mission.questions()).containsExactly("recourseReason");
        var answered =
                in(operator.id(), () -> missions.revise(mission.id(), aMission().build()));
        assertThat(answered.mission().state()).isEqualTo(MissionState.AGREED);
    }

    @Test
    void PS09_a_refusal_with_a_star_is_lifted_by_the_administrator_with_a_stored_reason() {
        var operator = house.has(anOperator());
        var mission = house.has(
                house.has(operator, aPerson()),
                house.has(operator, aClient()),
                aMission().onDangerousWork());
        assertThat(mission.state()).isEqualTo(MissionState.REFUSED);
        var reason = "Dérogation de l'inspection du travail du 3 septembre 2026";
        assertThatThrownBy(() -> in(operator.id(), () -> missions.lift(mission.id(), reason, "GESTIONNAIRE")))
                .isInstanceOf(IllegalStateException.class);
        var lifted = in(operator.id(), () -> missions.lift(mission.id(), reason, "ADMINISTRATOR"));
        assertThat(lifted.state()).isEqualTo(MissionState.AGREED);
        var kept = in(operator.id(), () -> missions.get(mission.id())).lifted();
        assertThat(kept).isNotNull();
        assertThat(kept.rules()).containsExactly("PS-09");
        assertThat(kept.reason()).isEqualTo(reason);
        assertThat(kept.by()).isEqualTo("a test");
    }

    @Test
    void PS01_a_refusal_without_a_star_is_lifted_by_nobody() {
        var operator = house.has(anOperator());
        var mission = house.has(
                house.has(operator, aPerson()),
                house.has(operator, aConsumer()),
                aMission().forPrivateUse());
        assertThatThrownBy(() -> in(
                        operator.id(),
                        () -> missions.lift(mission.id(), "Le client insiste beaucoup", "ADMINISTRATOR")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void R11_the_same_intent_gives_the_first_mission() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        var client = house.has(operator, aClient());
        var intent = UUID.randomUUID();
        var first = in(
                operator.id(),
                () -> missions.propose(person.id(), client.id(), aMission().build(), intent));
        var second = in(
                operator.id(),
                () -> missions.propose(person.id(), client.id(), aMission().build(), intent));
        assertThat(second.mission()).isEqualTo(first.mission());
        assertThat(in(operator.id(), () -> missions.all(operator.id()))).hasSize(1);
    }

    @Test
    void S11_a_client_of_another_entity_is_not_found() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        var foreign = house.has(house.has(anOperator()), aClient());
        assertThatThrownBy(() -> house.has(person, foreign, aMission())).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void prices_are_compared_by_the_day() {
        assertThat(aMission().at(dailyRate("450")).build().pricePerDay()).isEqualTo(Money.of("450"));
        assertThat(aMission().at(hourlyRate("60.01")).build().pricePerDay()).isEqualTo(Money.of("420.07"));
        assertThat(aMission()
                        .at(fixedPrice("10000"))
                        .from("2026-10-01", "2026-11-30")
                        .daysAMonth(10)
                        .build()
                        .pricePerDay())
                .isEqualTo(Money.of("500"));
    }
}
