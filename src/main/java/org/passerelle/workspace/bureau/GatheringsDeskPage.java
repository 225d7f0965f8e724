package org.passerelle.workspace.bureau;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.gatherings.Booking;
import org.passerelle.gatherings.GatheringRule;
import org.passerelle.gatherings.Gatherings;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Live sessions of the entity: when they are, who has a seat, who came.
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
@RequestMapping("/bureau/{operator}/rencontres")
class GatheringsDeskPage {

    private static final String SHEET = "workspace/bureau/sheet";

    private final Desks desks;
    private final Gatherings gatherings;

    GatheringsDeskPage(Desks desks, Gatherings gatherings) {
        this.desks = desks;
        this.gatherings = gatherings;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.GATHERINGS, t);
        return Partials.page(SHEET, Map.of("desk", desk, "sheet", all(desk, standing(desk, t), t)));
    }

    /// Says when the sessions are.
    @PostMapping
    ModelAndView rule(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.GATHERINGS, t);
        Desks.intent(typed);
        var at = typed.must("at", GatheringsDeskPage::time);
        var minutes = typed.must("minutes", Typed::whole);
        var seats = typed.must("seats", Typed::whole);
        var host = typed.mustText("host");
        var link = typed.mustText("link");
        if (at != null && minutes != null && seats != null && !typed.hasErrors()) {
            try {
                gatherings.rule(
                        desk.operator(), new GatheringRule(typed.checked("open"), at, minutes, seats, host, link));
                return Partials.seeOther(desk.href("rencontres"), Toast.ok("bureau.gatherings.said"));
            } catch (InvalidValue e) {
                typed.refuse(e.code().replace("gathering.", ""), t.error(e));
            }
        }
        return Partials.unprocessable(SHEET, Map.of("desk", desk, "sheet", all(desk, typed, t)));
    }

    @GetMapping("/{seance}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable("seance") UUID id,
            Texts t) {
        var desk = desks.at(who, operator, Place.GATHERINGS, t);
        var session = gatherings.session(desk.operator(), id);
        var bookings = gatherings.of(session);
        var rows = bookings.stream()
                .map(one -> List.of(
                        Cell.text(one.name(), one.email()),
                        Cell.text(t.localize(
                                "bureau.gatherings.state." + one.state().name())),
                        Cell.text(
                                one.came() == null
                                        ? ""
                                        : t.localize(one.came() ? "marketplace.yes" : "marketplace.no"))))
                .toList();
        var seats = bookings.stream()
                .filter(one -> one.state() == Booking.State.BOOKED)
                .map(one -> Field.of("checkbox", "p-" + one.id(), one.name())
                        .value(Boolean.TRUE.equals(one.came()) ? "on" : ""))
                .toArray(Field[]::new);
        var sheet = Sheet.titled(t.moment(session.starts()))
                .list(new Listing(
                        t.localize("bureau.gatherings.who"),
                        List.of(
                                Column.text(t.localize("bureau.col.person")),
                                Column.text(t.localize("bureau.offer.state")),
                                Column.text(t.localize("bureau.gatherings.came"))),
                        rows,
                        t.localize("bureau.gatherings.nobody")));
        if (seats.length > 0) {
            sheet.act(Act.saying(
                    t.localize("bureau.gatherings.keep"),
                    t.localize("bureau.gatherings.keep.hint"),
                    desk.href("rencontres/" + id + "/presence"),
                    seats));
        }
        return Partials.page(SHEET, Map.of("desk", desk, "sheet", sheet.done()));
    }

    /// Who was there.
    @PostMapping("/{seance}/presence")
    ModelAndView came(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable("seance") UUID id,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.GATHERINGS, t);
        Desks.intent(typed);
        var session = gatherings.session(desk.operator(), id);
        var present = gatherings.of(session).stream()
                .map(Booking::id)
                .filter(one -> typed.checked("p-" + one))
                .collect(Collectors.toSet());
        gatherings.came(desk.operator(), id, present);
        return Partials.seeOther(desk.href("rencontres/" + id), Toast.ok("bureau.gatherings.kept"));
    }

    private Sheet all(Desk desk, Typed typed, Texts t) {
        var figures = gatherings.figures(desk.operator());
        var rows = gatherings.sessions(desk.operator()).stream()
                .map(session -> {
                    var bookings = gatherings.of(session);
                    return List.of(
                            Cell.link(t.moment(session.starts()), "", desk.href("rencontres/" + session.id())),
                            Cell.figure(count(bookings, Booking.State.BOOKED) + " / " + session.seats()),
                            Cell.figure(String.valueOf(count(bookings, Booking.State.WAITING))));
                })
                .toList();
        return Sheet.titled(t.localize("bureau.place.GATHERINGS"))
                .facts(
                        t.localize("bureau.gatherings.figures"),
                        Fact.of(t.localize("bureau.gatherings.booked"), String.valueOf(figures.booked())),
                        Fact.of(t.localize("bureau.gatherings.came"), String.valueOf(figures.came())),
                        Fact.of(t.localize("bureau.gatherings.joined"), String.valueOf(figures.joined())))
                .list(new Listing(
                        t.localize("bureau.gatherings.sessions"),
                        List.of(
                                Column.text(t.localize("gatherings.session")),
                                Column.number(t.localize("bureau.gatherings.booked")),
                                Column.number(t.localize("bureau.gatherings.waiting"))),
                        rows,
                        t.localize("bureau.gatherings.none")))
                .act(Act.saying(
                        t.localize("bureau.gatherings.say"),
                        t.localize("bureau.gatherings.say.hint"),
                        desk.href("rencontres"),
                        typed.back(Field.text("at", t.localize("bureau.gatherings.at"))
                                .must()),
                        typed.back(Field.of("number", "minutes", t.localize("bureau.gatherings.minutes"))
                                .must()),
                        typed.back(Field.of("number", "seats", t.localize("bureau.gatherings.seats"))
                                .must()),
                        typed.back(Field.text("host", t.localize("bureau.gatherings.host"))
                                .must()),
                        typed.back(Field.text("link", t.localize("bureau.gatherings.link"))
                                .hint(t.localize("bureau.gatherings.link.hint"))
                                .must()),
                        typed.back(Field.of("checkbox", "open", t.localize("bureau.gatherings.open")))))
                .done();
    }

    private Typed standing(Desk desk, Texts t) {
        var rule = gatherings.rule(desk.operator());
        return rule.isEmpty()
                ? new Standing()
                        .put("at", "12:30")
                        .put("minutes", "20")
                        .put("seats", "25")
                        .typed(t)
                : new Standing()
                        .put("at", rule.get().at().toString())
                        .put("minutes", String.valueOf(rule.get().minutes()))
                        .put("seats", String.valueOf(rule.get().seats()))
                        .put("host", rule.get().host())
                        .put("link", rule.get().link())
                        .put("open", rule.get().open() ? "on" : "")
                        .typed(t);
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.replace('h', ':'));
        } catch (DateTimeParseException e) {
            throw new InvalidValue("gathering.at", "");
        }
    }

    private static long count(List<Booking> bookings, Booking.State state) {
        return bookings.stream().filter(one -> one.state() == state).count();
    }
}
