package org.passerelle.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.clients.Clients;
import org.passerelle.frames.ClientKind;
import org.passerelle.frames.RecourseReason;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.missions.MissionState;
import org.passerelle.operators.Operator;
import org.passerelle.platform.mail.Mailbox;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import({House.class, Mailbox.class})
@DisplayName(
        "PS-01: an offer is proposed where the law allows it, found by its words, and becomes a mission as it stands")
class PS01_OffersTest {

    @Autowired
    House house;

    @Autowired
    Market market;

    @Autowired
    Clients clients;

    @Autowired
    Mailbox mailbox;

    private static OfferTerms consumers(String activity) {
        return SomeOffers.terms(ClientKind.CONSUMER, activity, "Un coup de main", "Pour un projet personnel.");
    }

    @Test
    void a_private_individuals_offer_is_proposed_in_the_cooperative_and_never_in_portage() {
        var words = market.frames(consumers("coach-vie"));
        assertThat(words)
                .filteredOn(word -> word.frame() == Frame.PORTAGE_SALARIAL)
                .singleElement()
                .satisfies(word -> {
                    assertThat(word.isProposed()).isFalse();
                    assertThat(word.findings()).extracting(f -> f.ruleId()).contains("PS-01");
                });
        assertThat(words)
                .filteredOn(word -> word.frame() == Frame.CAE)
                .singleElement()
                .satisfies(word -> assertThat(word.isProposed()).isTrue());
    }

    @Test
    void a_service_at_home_is_proposed_in_portage_neither() {
        var terms = consumers("II-5");
        assertThat(market.frames(terms))
                .filteredOn(FrameWord::isProposed)
                .extracting(FrameWord::frame)
                .doesNotContain(Frame.PORTAGE_SALARIAL);
    }

    @Test
    void a_porte_neither_sees_it_nor_answers_it() {
        var portage = house.has(anOperator());
        var person = house.has(portage, aPerson());
        var offer = SomeOffers.published(market, portage.id(), consumers("coach-vie"));
        var seen = House.in(
                portage.id(),
                () -> market.search(
                        List.of(portage.id()), new Wanted("", Frame.PORTAGE_SALARIAL, null, null, null, 1)));
        assertThat(seen.offers()).isEmpty();
        assertThatThrownBy(() -> House.in(
                        portage.id(),
                        () -> market.apply(person, offer.id(), "Moi", Money.of("500"), UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.code()).isEqualTo("offer.frame"));
    }

    @ParameterizedTest(name = "« {0} » finds it: {1}")
    @CsvSource({
        "développeur, true",
        "developpeurs, true",
        "DÉVELOPPER, true",
        "programmeuse, true",
        "postgre sql, false",
        "postgresqll, true",
        "facturtaion, true",
        "facturations, true",
        "l'API, true",
        "C++, true",
        "csharp, false",
        "k8s, true",
        "maçonnerie, false"
    })
    void it_is_found_by_stem_accent_synonym_and_in_spite_of_a_mistake(String words, boolean found) {
        var operator = house.has(anOperator());
        SomeOffers.published(
                market,
                operator.id(),
                SomeOffers.company(
                        "Développeuse pour la facturation", "Reprendre l’API en C++, la mettre sur Kubernetes."));
        var result = House.in(operator.id(), () -> market.search(List.of(operator.id()), Wanted.words(words)));
        assertThat(result.offers()).as(words).hasSize(found ? 1 : 0);
    }

    @Test
    void what_waits_or_was_taken_away_is_not_public() {
        var operator = house.has(anOperator());
        var offer = SomeOffers.waits(market, operator.id(), SomeOffers.company("Un outil", "Pour la paie."));
        assertThat(market.published(offer.id())).isEmpty();
        House.in(operator.id(), () -> market.publish(offer.id()));
        assertThat(market.published(offer.id())).isPresent();
        House.in(operator.id(), () -> market.refuse(offer.id(), "Trompeuse"));
        assertThat(market.published(offer.id())).isEmpty();
    }

    @ParameterizedTest(name = "« {0} »")
    @ValueSource(
            strings = {
                "Écrire à camille@example.org",
                "Appeler le 06 12 34 56 78",
                "+33 6 12 34 56 78",
                "Voir https://example.org/offre"
            })
    void nobody_can_be_reached_by_what_is_public(String words) {
        assertThatThrownBy(() -> SomeOffers.company("Un outil", words))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.code()).isEqualTo("offer.coordinates"));
    }

    @Test
    void an_answer_becomes_a_mission_with_its_verdict_and_nothing_is_typed_again() {
        var cooperative = house.has(aCooperative());
        var chosen = house.has(cooperative, anEntrepreneur());
        var other = house.has(cooperative, anEntrepreneur());
        var offer = SomeOffers.published(market, cooperative.id(), consumers("coach-vie"));
        mailbox.collect();
        var mission = in(cooperative, () -> {
            var one = market.apply(chosen, offer.id(), "Je commence lundi.", Money.of("480"), UUID.randomUUID());
            market.apply(other, offer.id(), "Moi aussi.", Money.of("470"), UUID.randomUUID());
            return market.accept(one.id(), Rate.ofPercent("20"), null);
        });
        assertThat(mission.terms().title()).isEqualTo(offer.terms().title());
        assertThat(mission.terms().price()).isEqualTo(Money.of("480"));
        assertThat(mission.terms().dates().start()).isEqualTo(offer.terms().start());
        assertThat(mission.state()).isIn(MissionState.AGREED, MissionState.UNDECIDED);
        var client = in(cooperative, () -> clients.get(mission.client()));
        assertThat(client.isConsumer()).isTrue();
        assertThat(client.name()).isEqualTo("Jeanne Particulier");
        assertThat(market.published(offer.id())).isEmpty();
        assertThat(mailbox.collect())
                .extracting(mail -> mail.subject())
                .containsExactlyInAnyOrder(
                        "Proposition retenue\u00A0: Un coup de main", "Proposition non retenue\u00A0: Un coup de main");
    }

    @Test
    void accepted_twice_it_is_one_mission_and_the_same_company_one_client() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        var first = SomeOffers.published(market, operator.id(), SomeOffers.company("Un outil", "Pour la paie."));
        var second = SomeOffers.published(market, operator.id(), SomeOffers.company("Deux outils", "Pour la paie."));
        in(operator, () -> {
            var one = market.apply(person, first.id(), "Oui.", Money.of("500"), UUID.randomUUID());
            var two = market.apply(person, second.id(), "Oui.", Money.of("500"), UUID.randomUUID());
            var made = market.accept(one.id(), Rate.ofPercent("20"), RecourseReason.OCCASIONAL_TASK);
            var again = market.accept(one.id(), Rate.ofPercent("20"), RecourseReason.OCCASIONAL_TASK);
            var next = market.accept(two.id(), Rate.ofPercent("20"), RecourseReason.OCCASIONAL_TASK);
            assertThat(again.id()).isEqualTo(made.id());
            assertThat(next.client()).isEqualTo(made.client());
            return made;
        });
    }

    @Test
    void one_person_answers_an_offer_once() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        var offer = SomeOffers.published(market, operator.id(), SomeOffers.company("Un outil", "Pour la paie."));
        var intent = UUID.randomUUID();
        in(operator, () -> market.apply(person, offer.id(), "Oui.", Money.of("500"), intent));
        in(operator, () -> market.apply(person, offer.id(), "Oui.", Money.of("500"), intent));
        assertThatThrownBy(() -> in(
                        operator,
                        () -> market.apply(person, offer.id(), "Encore.", Money.of("510"), UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.code()).isEqualTo("application.again"));
    }

    private static <T> T in(Operator operator, java.util.concurrent.Callable<T> work) {
        return House.in(operator.id(), work);
    }
}
