package org.passerelle.workspace.bureau;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.FreshFactor;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.PersonId;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.passerelle.privacy.Holding;
import org.passerelle.privacy.Holding.State;
import org.passerelle.privacy.Privacy;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// What is kept of a worker and until when (RG-02); a director forgets what nothing keeps, or suspends it for a
/// dispute.
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
@RequestMapping("/bureau/{operator}/personnes/{person}/donnees")
class PersonDataPage {

    private final Desks desks;
    private final People people;
    private final Privacy privacy;
    private final PrivacyAnswer answers;

    PersonDataPage(Desks desks, People people, Privacy privacy, PrivacyAnswer answers) {
        this.desks = desks;
        this.people = people;
        this.privacy = privacy;
        this.answers = answers;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID person, Texts t) {
        var desk = desks.at(who, operator, Place.PEOPLE, t);
        Desks.require(who, desk, Role.GESTIONNAIRE, Role.DIRECTOR);
        return Partials.page(
                "workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, find(desk, person), who, null, t)));
    }

    @FreshFactor
    @OpenTo(Role.DIRECTOR)
    @PostMapping("/effacement")
    ModelAndView erase(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID person,
            Typed typed,
            Texts t) {
        var desk = director(who, operator, t);
        answers.forget(find(desk, person), Desks.intent(typed));
        return Partials.seeOther(href(desk, person), Toast.ok("privacy.erased"));
    }

    @OpenTo(Role.DIRECTOR)
    @PostMapping("/suspension")
    ModelAndView hold(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID person,
            Typed typed,
            Texts t) {
        var desk = director(who, operator, t);
        var found = find(desk, person);
        var reason = typed.must("motif", PersonDataPage::reason);
        if (typed.hasErrors() || reason == null) {
            return Partials.unprocessable(
                    "workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, found, who, typed, t)));
        }
        privacy.place(found, reason, Desks.intent(typed));
        return Partials.seeOther(href(desk, person), Toast.ok("privacy.hold.placed"));
    }

    @OpenTo(Role.DIRECTOR)
    @PostMapping("/levee")
    ModelAndView lift(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID person,
            Typed typed,
            Texts t) {
        var desk = director(who, operator, t);
        privacy.lift(find(desk, person), Desks.intent(typed));
        return Partials.seeOther(href(desk, person), Toast.ok("privacy.lifted"));
    }

    private Desk director(SignedIn who, UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.PEOPLE, t);
        Desks.require(who, desk, Role.DIRECTOR);
        return desk;
    }

    private static String reason(String text) {
        var words = text.strip();
        if (words.length() < 3 || words.length() > 500) throw new InvalidValue("reason.missing", "");
        return words;
    }

    private Person find(Desk desk, UUID person) {
        return people.find(new PersonId(person))
                .filter(each -> each.operator().equals(desk.operator()))
                .orElseThrow();
    }

    private static String href(Desk desk, UUID person) {
        return desk.href("personnes/" + person + "/donnees");
    }

    private Sheet sheet(Desk desk, Person person, SignedIn who, @Nullable Typed typed, Texts t) {
        var kept = privacy.of(person);
        var rows = kept.stream()
                .map(one -> List.of(
                        Cell.text(t.localize("data.kept." + one.kind()), one.article()), Cell.text(until(one, t))))
                .toList();
        var columns = List.of(Column.text(t.localize("data.kept.what")), Column.text(t.localize("privacy.state")));
        var sheet = Sheet.titled(t.localize("privacy.title", person.name()))
                .above(person.code())
                .link(person.name(), desk.href("personnes/" + person.id()))
                .list(new Listing(t.localize("data.kept"), columns, rows, ""));
        var hold = privacy.hold(person);
        var request = privacy.lastRequest(person).filter(each -> each.answeredAt() == null);
        hold.ifPresent(found ->
                sheet.saying(t.localize("privacy.hold.at", t.date(Days.of(found.placedAt())), found.reason())));
        if (hold.isEmpty()) {
            request.ifPresent(found -> sheet.saying(
                    t.localize("privacy.asked.at", t.date(Days.of(found.askedAt())), t.longDate(found.answerBy()))));
        }
        if (!who.has(desk.operator(), Role.DIRECTOR)) return sheet.done();
        var here = href(desk, person.id().value());
        if (hold.isPresent()) {
            return sheet.act(Act.main(t.localize("privacy.lift"), t.localize("privacy.lift.hint"), here + "/levee"))
                    .done();
        }
        var ready = kept.stream()
                .filter(one -> one.state() == State.READY)
                .map(one -> t.localize("data.kept." + one.kind()))
                .collect(Collectors.joining(", "));
        if (!ready.isEmpty()) {
            sheet.act(Act.main(
                    t.localize("privacy.erase"), t.localize("privacy.erase.hint", ready), here + "/effacement"));
        } else if (request.isPresent()) {
            sheet.act(Act.main(
                    t.localize("privacy.erase.nothing"),
                    t.localize("privacy.erase.nothing.hint"),
                    here + "/effacement"));
        }
        var reason = Field.of("textarea", "motif", t.localize("privacy.hold.reason"));
        sheet.act(Act.saying(
                t.localize("privacy.hold"),
                t.localize("privacy.hold.hint"),
                here + "/suspension",
                typed == null ? reason.must() : typed.back(reason).must()));
        return sheet.done();
    }

    static String until(Holding one, Texts t) {
        var until = one.until();
        return until == null || one.erasedAt() != null
                ? t.localize("data.state." + one.state())
                : t.localize("data.state." + one.state() + ".until", t.date(until));
    }
}
