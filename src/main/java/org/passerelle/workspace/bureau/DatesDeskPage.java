package org.passerelle.workspace.bureau;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.deadlines.Deadlines;
import org.passerelle.deadlines.Fact;
import org.passerelle.deadlines.FactKind;
import org.passerelle.deadlines.Subject;
import org.passerelle.deadlines.ToldFact;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.missions.Mission;
import org.passerelle.missions.Missions;
import org.passerelle.people.People;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
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

/// Dates that start or settle a clock and that nothing else in the house knows: told here, withdrawn when wrong.
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.PAYROLL, Role.DIRECTOR, Role.ADMINISTRATOR})
@RequestMapping("/bureau/{operator}/echeances/dates")
class DatesDeskPage {

    private final Desks desks;
    private final Deadlines deadlines;
    private final People people;
    private final Missions missions;

    DatesDeskPage(Desks desks, Deadlines deadlines, People people, Missions missions) {
        this.desks = desks;
        this.deadlines = deadlines;
        this.people = people;
        this.missions = missions;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.DEADLINES, t);
        var columns = List.of(
                Column.text(t.localize("bureau.dates.what")),
                Column.text(t.localize("bureau.dates.whom")),
                Column.text(t.localize("bureau.col.day")));
        var rows = deadlines.facts(desk.operator()).stream()
                .map(told -> List.of(
                        Cell.link(name(told.fact().kind(), t), "", desk.href("echeances/dates/" + told.id())),
                        Cell.text(subject(told.fact().subject(), desk)),
                        Cell.text(t.date(told.fact().day()))))
                .toList();
        var sheet = Sheet.titled(t.localize("bureau.dates"))
                .above(t.localize("bureau.place.DEADLINES"))
                .saying(t.localize("bureau.dates.lead"))
                .list(new Listing(t.localize("bureau.dates.told"), columns, rows, t.localize("bureau.dates.none")));
        if (who.has(desk.operator(), Role.GESTIONNAIRE, Role.DIRECTOR)) {
            sheet.link(t.localize("bureau.dates.new"), desk.href("echeances/dates/nouvelle"));
        }
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet.done()));
    }

    @OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
    @GetMapping("/nouvelle")
    ModelAndView blank(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.DEADLINES, t);
        Desks.require(who, desk, Role.GESTIONNAIRE, Role.DIRECTOR);
        return Partials.page(
                "workspace/bureau/form", Map.of("desk", desk, "form", form(desk, typed, UUID.randomUUID(), t)));
    }

    @OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
    @PostMapping
    ModelAndView tell(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.DEADLINES, t);
        Desks.require(who, desk, Role.GESTIONNAIRE, Role.DIRECTOR);
        var intent = Desks.intent(typed);
        var fact = read(desk, typed, t);
        if (fact != null) {
            try {
                deadlines.tell(desk.operator(), fact, intent);
                return Partials.seeOther(
                        desk.href("echeances/dates"), Toast.ok("bureau.dates.done", name(fact.kind(), t)));
            } catch (InvalidValue e) {
                typed.refuse("jour", t.error(e));
            }
        }
        return Partials.unprocessable(
                "workspace/bureau/form", Map.of("desk", desk, "form", form(desk, typed, intent, t)));
    }

    @GetMapping("/{fact}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID fact, Texts t) {
        var desk = desks.at(who, operator, Place.DEADLINES, t);
        var told = find(desk, fact);
        var sheet = Sheet.titled(name(told.fact().kind(), t))
                .above(t.localize("bureau.dates"))
                .facts(
                        t.localize("bureau.dates"),
                        org.passerelle.workspace.bureau.Fact.of(
                                t.localize("bureau.dates.whom"),
                                subject(told.fact().subject(), desk)),
                        org.passerelle.workspace.bureau.Fact.of(
                                t.localize("bureau.col.day"),
                                t.longDate(told.fact().day())),
                        org.passerelle.workspace.bureau.Fact.of(t.localize("bureau.dates.at"), t.moment(told.at())));
        if (who.has(desk.operator(), Role.GESTIONNAIRE, Role.DIRECTOR)) {
            sheet.act(Act.saying(
                    t.localize("bureau.dates.withdraw"),
                    t.localize("bureau.dates.withdraw.hint"),
                    desk.href("echeances/dates/" + fact + "/retrait")));
        }
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet.done()));
    }

    @OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
    @PostMapping("/{fact}/retrait")
    ModelAndView withdraw(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID fact, Texts t) {
        var desk = desks.at(who, operator, Place.DEADLINES, t);
        Desks.require(who, desk, Role.GESTIONNAIRE, Role.DIRECTOR);
        deadlines.withdraw(desk.operator(), fact);
        return Partials.seeOther(desk.href("echeances/dates"), Toast.ok("bureau.dates.withdrawn"));
    }

    private ToldFact find(Desk desk, UUID id) {
        return deadlines.facts(desk.operator()).stream()
                .filter(told -> told.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable Fact read(Desk desk, Typed typed, Texts t) {
        var day = typed.must("jour", Typed::date);
        var kind = Arrays.stream(FactKind.values())
                .filter(each -> each.name().equals(typed.text("quoi")))
                .findFirst();
        if (kind.isEmpty()) typed.refuse("quoi", t.localize("value.required"));
        var about = subjects(desk, t).stream()
                .filter(option -> !option.value().isEmpty() && option.value().equals(typed.text("qui")))
                .findFirst();
        if (about.isEmpty()) typed.refuse("qui", t.localize("value.required"));
        if (typed.hasErrors() || day == null) return null;
        var parts = about.get().value().split(":");
        var subject = new Subject(Subject.Kind.valueOf(parts[0]), UUID.fromString(parts[1]));
        if (kind.get().about() != subject.kind()) {
            typed.refuse("qui", t.localize("bureau.dates.about." + kind.get().about()));
            return null;
        }
        return new Fact(kind.get(), subject, day);
    }

    private Form form(Desk desk, Typed typed, UUID intent, Texts t) {
        var kinds = new ArrayList<Option>();
        kinds.add(new Option("", t.localize("bureau.dates.choose"), true));
        for (var kind : FactKind.values()) kinds.add(new Option(kind.name(), name(kind, t), false));
        return Form.fresh(
                t.localize("bureau.dates.new"),
                t.localize("bureau.dates.lead"),
                desk.href("echeances/dates"),
                t.localize("bureau.dates.tell"),
                desk.href("echeances/dates"),
                intent,
                List.of(new Form.Part(
                        t.localize("bureau.dates"),
                        List.of(
                                typed.back(Field.select("quoi", t.localize("bureau.dates.what"), kinds)
                                        .must()),
                                typed.back(Field.select("qui", t.localize("bureau.dates.whom"), subjects(desk, t))
                                        .must()),
                                typed.back(Field.date("jour", t.localize("bureau.col.day"))
                                        .must())))),
                List.of(),
                typed.hasErrors());
    }

    private List<Option> subjects(Desk desk, Texts t) {
        var options = new ArrayList<Option>();
        options.add(new Option("", t.localize("bureau.dates.choose"), true));
        options.add(new Option("OPERATOR:" + desk.operator(), desk.name(), false));
        for (var person : people.all(desk.operator())) {
            options.add(new Option("PERSON:" + person.id(), person.code() + " · " + person.name(), false));
        }
        missions.all(desk.operator()).stream()
                .filter(Mission::isAgreed)
                .forEach(mission -> options.add(new Option(
                        "MISSION:" + mission.id(),
                        mission.code() + " · " + mission.terms().title(),
                        false)));
        return options;
    }

    private String subject(Subject subject, Desk desk) {
        return switch (subject.kind()) {
            case OPERATOR -> desk.name();
            case PERSON ->
                people.find(new org.passerelle.kernel.PersonId(subject.id()))
                        .map(person -> person.name())
                        .orElse("");
            case MISSION ->
                missions.find(new org.passerelle.kernel.MissionId(subject.id()))
                        .map(mission -> mission.terms().title())
                        .orElse("");
        };
    }

    private static String name(FactKind kind, Texts t) {
        return t.localize("deadline.fact." + kind);
    }
}
