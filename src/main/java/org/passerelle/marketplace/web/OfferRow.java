package org.passerelle.marketplace.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.passerelle.kernel.Frame;
import org.passerelle.marketplace.Offer;
import org.passerelle.platform.web.Texts;

/// An offer in a list.
public record OfferRow(
        String href,
        String title,
        String client,
        String price,
        String rhythm,
        String where,
        List<String> skills,
        String frames) {

    static OfferRow of(Offer offer, Texts t) {
        var terms = offer.terms();
        var price = terms.low().equals(terms.high())
                ? t.localize("marketplace.price.one", t.money(terms.low()))
                : t.localize("marketplace.price.range", t.money(terms.low()), t.money(terms.high()));
        return new OfferRow(
                OffersPage.PATH + "/" + offer.id(),
                terms.title(),
                t.localize("marketplace.kind." + terms.client().name()),
                price,
                t.localize("marketplace.rhythm", t.number(terms.daysPerMonth()), terms.months()),
                t.localize("marketplace.remote." + terms.remote().name()) + " · " + terms.city(),
                terms.skills(),
                frames(offer.frames(), t));
    }

    static String frames(List<Frame> frames, Texts t) {
        if (frames.isEmpty()) return t.localize("marketplace.frames.none");
        return frames.stream()
                .map(frame -> t.localize("frames.name." + frame.name()))
                .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
                .collect(Collectors.joining(", "));
    }
}
