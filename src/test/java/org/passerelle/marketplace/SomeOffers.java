package org.passerelle.marketplace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.passerelle.frames.ClientKind;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.platform.time.Days;
import org.passerelle.testing.Fictional;
import org.passerelle.testing.House;

/// Offers for tests.
public final class SomeOffers {

    public static final PostalAddress ADDRESS = new PostalAddress("3 rue du Bac", "", "69002", "Lyon", "FR");

    private SomeOffers() {}

    public static OfferTerms terms(ClientKind client, String activity, String title, String words) {
        return new OfferTerms(
                title,
                words,
                activity,
                client,
                client == ClientKind.CONSUMER ? Boolean.FALSE : null,
                List.of("Java", "PostgreSQL"),
                Money.of("450"),
                Money.of("600"),
                "Lyon",
                Remote.PARTLY,
                new BigDecimal("12"),
                LocalDate.now(Days.PARIS).plusDays(20),
                6);
    }

    public static OfferTerms company(String title, String words) {
        return terms(ClientKind.COMPANY, "developpeur", title, words);
    }

    public static Contact contact(OfferTerms terms) {
        boolean consumer = terms.client() == ClientKind.CONSUMER;
        return new Contact(
                consumer ? "Jeanne Particulier" : "Atelier Exemple",
                consumer ? null : Fictional.siren(4711),
                "client@example.org",
                ADDRESS);
    }

    public static Offer waits(Market market, OperatorId operator, OfferTerms terms) {
        return House.in(
                operator,
                () -> market.post(operator, OfferSource.HOUSE, terms, contact(terms), null, null, UUID.randomUUID()));
    }

    public static Offer published(Market market, OperatorId operator, OfferTerms terms) {
        var offer = waits(market, operator, terms);
        return House.in(operator, () -> market.publish(offer.id()));
    }
}
