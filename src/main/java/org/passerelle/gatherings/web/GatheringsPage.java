package org.passerelle.gatherings.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.passerelle.gatherings.Booking;
import org.passerelle.gatherings.Gatherings;
import org.passerelle.gatherings.Slot;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// « Rencontres »: a seat in a live session by a first name and an address, given back or moved by the link in the
/// mail.
@Controller
@OpenToVisitors
@RequestMapping(GatheringsPage.PATH)
class GatheringsPage {

    static final String PATH = "/rencontres";

    private static final String LIST = "gatherings/book";
    private static final String SEAT = "gatherings/seat";
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Days.PARIS);

    private final Gatherings gatherings;
    private final Seen seen;

    GatheringsPage(Gatherings gatherings, Seen seen) {
        this.gatherings = gatherings;
        this.seen = seen;
    }

    @GetMapping
    ModelAndView list(Typed typed, Texts t) {
        return Partials.page(LIST, booking(typed, t));
    }

    @PostMapping
    ModelAndView book(Typed typed, HttpServletRequest request, Texts t) {
        typed.intent();
        var name = typed.mustText("prenom");
        var email = typed.mustText("email");
        var slot = slot(typed, t);
        boolean bot = !typed.text("site").isEmpty() || !seen.byPerson(typed.text("vu"));
        if (bot) typed.refuse("email", t.localize("gatherings.fast"));
        if (slot == null || typed.hasErrors()) return Partials.unprocessable(LIST, booking(typed, t));
        try {
            var one = within(
                    slot.operator(),
                    () -> gatherings.book(slot.operator(), slot.day(), name, email, request.getRemoteAddr()));
            var when = t.moment(slot.starts());
            return Partials.seeOther(
                    PATH,
                    one.state() == Booking.State.BOOKED
                            ? Toast.ok("gatherings.booked", when)
                            : Toast.warn("gatherings.waiting", when));
        } catch (InvalidValue e) {
            typed.refuse(e.code().equals("gathering.name") ? "prenom" : "email", t.error(e));
            return Partials.unprocessable(LIST, booking(typed, t));
        }
    }

    @GetMapping("/place/{token}")
    ModelAndView seat(@PathVariable String token, HttpServletResponse response, Typed typed, Texts t) {
        // The link is a secret: it goes to no other site. Not no-referrer: our own forms would come from nowhere.
        response.setHeader("Referrer-Policy", "same-origin");
        return Partials.page(SEAT, seatOf(token, find(token), typed, t));
    }

    @PostMapping("/place/{token}/annulation")
    ModelAndView cancel(@PathVariable String token, Typed typed) {
        var one = find(token);
        typed.intent();
        within(one.operator(), () -> {
            gatherings.cancel(one.operator(), token);
            return one;
        });
        return Partials.seeOther(PATH + "/place/" + token, Toast.ok("gatherings.cancelled"));
    }

    @PostMapping("/place/{token}/report")
    ModelAndView move(@PathVariable String token, Typed typed, Texts t) {
        var one = find(token);
        typed.intent();
        var slot = slot(typed, t);
        if (slot == null || !slot.operator().equals(one.operator())) {
            return Partials.unprocessable(SEAT, seatOf(token, one, typed, t));
        }
        within(one.operator(), () -> gatherings.move(one.operator(), token, slot.day()));
        return Partials.seeOther(PATH + "/place/" + token, Toast.ok("gatherings.moved", t.moment(slot.starts())));
    }

    private Booking find(String token) {
        var operator = Gatherings.operatorOf(token).orElseThrow(GatheringsPage::none);
        return within(operator, () -> gatherings.find(operator, token)).orElseThrow(GatheringsPage::none);
    }

    private @org.jspecify.annotations.Nullable Slot slot(Typed typed, Texts t) {
        var key = typed.mustText("seance");
        var found = gatherings.next().stream()
                .filter(slot -> slot.key().equals(key))
                .findFirst();
        if (found.isEmpty() && !key.isEmpty()) typed.refuse("seance", t.localize("gatherings.gone"));
        return found.orElse(null);
    }

    private Map<String, Object> booking(Typed typed, Texts t) {
        var slots = gatherings.next();
        var model = new HashMap<String, Object>();
        model.put(
                "fields",
                List.of(
                        typed.back(Field.select("seance", t.localize("gatherings.session"), options(slots, t))
                                .must()),
                        typed.back(Field.text("prenom", t.localize("gatherings.name"))
                                .must()
                                .autocomplete("given-name")),
                        typed.back(Field.of("email", "email", t.localize("gatherings.email"))
                                .must()
                                .autocomplete("email"))));
        model.put("any", !slots.isEmpty());
        model.put("seen", seen.now());
        model.put("wrong", typed.hasErrors());
        model.put("intent", UUID.randomUUID());
        return model;
    }

    private Map<String, Object> seatOf(String token, Booking one, Typed typed, Texts t) {
        var session = within(one.operator(), () -> gatherings.session(one.operator(), one.session()));
        var others = gatherings.next().stream()
                .filter(slot -> slot.operator().equals(one.operator()))
                .filter(slot -> !slot.day().equals(session.day()))
                .toList();
        return Map.of(
                "when", t.moment(session.starts()),
                "state", t.localize("gatherings.state." + one.state().name()),
                "live", one.state() != Booking.State.CANCELLED,
                "action", PATH + "/place/" + token,
                "other", typed.back(Field.select("seance", t.localize("gatherings.session"), options(others, t))),
                "intent", UUID.randomUUID());
    }

    private static List<Option> options(List<Slot> slots, Texts t) {
        return slots.stream()
                .map(slot -> new Option(
                        slot.key(),
                        t.localize(
                                slot.free() == 0 ? "gatherings.slot.full" : "gatherings.slot",
                                t.weekday(slot.day()),
                                HOUR.format(slot.starts()),
                                slot.house(),
                                slot.free()),
                        false))
                .toList();
    }

    /// In the scope of the one entity, and of no other.
    private static <T> T within(OperatorId operator, Callable<T> work) {
        try {
            return Scopes.call(Scope.of("visitor", operator), work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static NoSuchElementException none() {
        return new NoSuchElementException("no seat");
    }
}
