package org.passerelle.clientspace.card;

import java.util.Map;
import java.util.UUID;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Typed;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The page of the double: what a client or its bank may do.
@Controller
@OpenToVisitors
@Conditional(CardsOfTheDemo.class)
@RequestMapping("/carte-essai/{payment}")
class LocalCardPage {

    private final LocalCards cards;
    private final CardMessagesPage house;

    LocalCardPage(LocalCards cards, CardMessagesPage house) {
        this.cards = cards;
        this.house = house;
    }

    @GetMapping
    ModelAndView shown(@PathVariable UUID payment) {
        var request = cards.request(payment).orElseThrow();
        return Partials.page("clientspace/localcard", Map.of("request", request, "intent", UUID.randomUUID()));
    }

    @PostMapping
    ModelAndView done(@PathVariable UUID payment, Typed typed) {
        typed.intent();
        var request = cards.request(payment).orElseThrow();
        switch (typed.text("fait")) {
            case "payer" -> tell(request, CardMessage.Kind.SUCCEEDED, 1);
            case "double" -> tell(request, CardMessage.Kind.SUCCEEDED, 2);
            case "abandon" -> tell(request, CardMessage.Kind.ABANDONED, 1);
            default -> tell(request, CardMessage.Kind.FAILED, 1);
        }
        return Partials.seeOther(request.back());
    }

    private void tell(CardProvider.Request request, CardMessage.Kind kind, int times) {
        var sent = cards.message(request, kind);
        for (int i = 0; i < times; i++) house.take(sent.signature(), sent.body());
    }
}
