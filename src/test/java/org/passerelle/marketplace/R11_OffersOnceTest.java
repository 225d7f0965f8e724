package org.passerelle.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.operators.OperatorBuilder.anOperator;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.once.IntentReused;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("R-11, S-54: an offer and a report are kept once, and one address posts ten a day")
class R11_OffersOnceTest {

    @Autowired
    House house;

    @Autowired
    Market market;

    @Test
    void an_offer_is_kept_once() {
        var operator = house.has(anOperator()).id();
        var intent = UUID.randomUUID();
        var terms = SomeOffers.company("Un outil", "Pour la paie.");
        for (int i = 0; i < 3; i++) {
            House.in(
                    operator,
                    () -> market.post(
                            operator, OfferSource.HOUSE, terms, SomeOffers.contact(terms), null, null, intent));
        }
        assertThat(House.in(operator, () -> market.all(operator))).hasSize(1);
        var other = SomeOffers.company("Un autre", "Pour la paie.");
        assertThatThrownBy(() -> House.in(
                        operator,
                        () -> market.post(
                                operator, OfferSource.HOUSE, other, SomeOffers.contact(other), null, null, intent)))
                .isInstanceOf(IntentReused.class);
    }

    @Test
    void a_report_is_kept_once() {
        var operator = house.has(anOperator()).id();
        var offer = SomeOffers.published(market, operator, SomeOffers.company("Un outil", "Pour la paie."));
        var intent = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            House.in(operator, () -> market.report(offer.id(), ReportReason.FAKE, "192.0.2.7", intent));
        }
        assertThat(House.in(operator, () -> market.reports(offer))).containsExactly(ReportReason.FAKE);
    }

    @Test
    void the_eleventh_offer_of_a_day_from_one_address_is_refused() {
        var operator = house.has(anOperator()).id();
        var terms = SomeOffers.company("Un outil", "Pour la paie.");
        var from = "192.0.2." + UUID.randomUUID();
        for (int i = 0; i < 10; i++) post(operator, terms, from);
        assertThatThrownBy(() -> post(operator, terms, from))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.code()).isEqualTo("offer.many"));
    }

    private void post(org.passerelle.kernel.OperatorId operator, OfferTerms terms, String from) {
        House.in(
                operator,
                () -> market.post(
                        operator, OfferSource.CLIENT, terms, SomeOffers.contact(terms), from, null, UUID.randomUUID()));
    }
}
