package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.compte.Compte;
import org.passerelle.compte.Pocket;
import org.passerelle.contracts.Contracts;
import org.passerelle.deadlines.Memberships;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.PersonId;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operators;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.people.Registration;
import org.passerelle.people.Withholding;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.FindingCard;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.passerelle.privacy.Privacy;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The workers' files. NIR and IBAN are shown masked (S-14).
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.PAYROLL, Role.DIRECTOR})
@RequestMapping("/bureau/{operator}/personnes")
class PeoplePage {

    private final Desks desks;
    private final People people;
    private final Operators operators;
    private final Missions missions;
    private final Compte compte;
    private final Contracts contracts;
    private final ContractList papers;
    private final Privacy privacy;
    private final Memberships memberships;
    private final Clock clock;

    PeoplePage(
            Desks desks,
            People people,
            Operators operators,
            Missions missions,
            Compte compte,
            Contracts contracts,
            ContractList papers,
            Privacy privacy,
            Memberships memberships,
            Clock clock) {
        this.desks = desks;
        this.people = people;
        this.operators = operators;
        this.missions = missions;
        this.compte = compte;
        this.contracts = contracts;
        this.papers = papers;
        this.privacy = privacy;
        this.memberships = memberships;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.PEOPLE, t);
        var columns = List.of(
                Column.text(t.localize("bureau.col.person")),
                Column.text(t.localize("bureau.person.contract")),
                Column.text(t.localize("bureau.person.entry")),
                Column.number(t.localize("bureau.person.available")));
        var rows = people.all(desk.operator()).stream()
                .map(person -> List.of(
                        Cell.link(person.name(), person.code(), desk.href("personnes/" + person.id())),
                        Cell.text(t.localize(
                                "bureau.contract." + person.employment().kind().name())),
                        Cell.text(t.date(person.employment().entry())),
                        Cell.figure(t.money(compte.balance(desk.operator(), person.id(), Pocket.AVAILABLE)))))
                .toList();
        var sheet = Sheet.titled(t.localize("bureau.place.PEOPLE"))
                .list(new Listing(t.localize("bureau.people.all"), columns, rows, t.localize("bureau.people.none")));
        var requests = requests(desk, t);
        if (!requests.rows().isEmpty() && who.has(desk.operator(), Role.GESTIONNAIRE, Role.DIRECTOR))
            sheet.list(requests);
        if (who.has(desk.operator(), Role.GESTIONNAIRE)) {
            sheet.link(t.localize("bureau.person.new"), desk.href("personnes/nouvelle"));
        }
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet.done()));
    }

    /// Who asked to be forgotten and waits for an answer.
    private Listing requests(Desk desk, Texts t) {
        var rows = privacy.waiting(desk.operator()).stream()
                .map(request -> List.of(
                        Cell.link(
                                people.get(request.person()).name(),
                                "",
                                desk.href("personnes/" + request.person() + "/donnees")),
                        Cell.text(t.date(request.answerBy()))))
                .toList();
        return new Listing(
                t.localize("privacy.requests"),
                List.of(Column.text(t.localize("bureau.col.person")), Column.text(t.localize("privacy.request.by"))),
                rows,
                t.localize("privacy.none"));
    }

    @GetMapping("/{person}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID person, Texts t) {
        var desk = desks.at(who, operator, Place.PEOPLE, t);
        var found = people.find(new PersonId(person))
                .filter(each -> each.operator().equals(desk.operator()))
                .orElseThrow();
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, found, who, t)));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @GetMapping("/nouvelle")
    ModelAndView blank(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.PEOPLE, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var typed = new Standing().put("country", "FR").put("hours", "35").typed(t);
        return Partials.page(
                "workspace/bureau/form",
                Map.of("desk", desk, "form", form(desk, typed, UUID.randomUUID(), List.of(), t)));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping
    ModelAndView register(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.PEOPLE, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var intent = Desks.intent(typed);
        var person = fields(desk).read(desk.operator(), typed, t);
        if (person == null) return again(desk, typed, intent, List.of(), t);
        return switch (people.registerNext(person, intent)) {
            case Registration.Registered(var done, var _) ->
                Partials.seeOther(
                        desk.href("personnes/" + done.id()), Toast.ok("bureau.person.registered", done.name()));
            case Registration.Refused(var findings) -> again(desk, typed, intent, FindingCard.of(findings, t), t);
        };
    }

    private ModelAndView again(Desk desk, Typed typed, UUID intent, List<FindingCard> findings, Texts t) {
        return Partials.unprocessable(
                "workspace/bureau/form", Map.of("desk", desk, "form", form(desk, typed, intent, findings, t)));
    }

    private PersonForm fields(Desk desk) {
        return new PersonForm(operators.get(desk.operator()).frame(), null, null);
    }

    private Form form(Desk desk, Typed typed, UUID intent, List<FindingCard> findings, Texts t) {
        return Form.fresh(
                t.localize("bureau.person.new"),
                t.localize("bureau.person.new.lead"),
                desk.href("personnes"),
                t.localize("bureau.person.register"),
                desk.href("personnes"),
                intent,
                fields(desk).parts(typed, t),
                findings,
                typed.hasErrors());
    }

    private Sheet sheet(Desk desk, Person person, SignedIn who, Texts t) {
        var employment = person.employment();
        var account = compte.of(desk.operator(), person.id());
        var level = person.qualification().diplomaLevel();
        var months = person.qualification().experienceMonths();
        var step = employment.step();
        var columns = List.of(
                Column.text(t.localize("bureau.col.mission")),
                Column.number(t.localize("bureau.col.price")),
                Column.text(t.localize("bureau.col.state")));
        var rows = missions.of(person.id()).stream()
                .map(mission -> List.of(
                        Cell.link(
                                mission.code() + " · " + mission.terms().title(),
                                "",
                                desk.href("missions/" + mission.id())),
                        Cell.figure(MissionsDeskPage.price(mission.terms(), t)),
                        Cell.badge(
                                t.localize("bureau.mission." + mission.state().name()),
                                MissionsDeskPage.tone(mission.state()))))
                .toList();
        var exit = employment.exit();
        var terms = new ArrayList<>(List.of(
                Fact.of(
                        t.localize("bureau.col.kind"),
                        t.localize("bureau.contract." + employment.kind().name())),
                Fact.of(t.localize("bureau.person.job"), employment.job()),
                Fact.of(t.localize("bureau.person.entry"), t.date(employment.entry())),
                Fact.of(t.localize("bureau.person.hours"), t.number(employment.hoursPerWeek())),
                step == null
                        ? Fact.of(t.localize("bureau.person.fixed"), t.money(employment.fixedPart()))
                        : Fact.of(t.localize("bureau.person.step"), t.localize("bureau.step." + step.name())),
                Fact.of(t.localize("bureau.person.pas"), withholding(person.withholding(), t))));
        if (exit != null) terms.add(3, Fact.of(t.localize("bureau.person.exit"), t.date(exit)));
        var sheet = Sheet.titled(person.name())
                .above(person.code())
                .found(FindingCard.of(memberships.findings(person, Days.today(clock)), t))
                .facts(
                        t.localize("bureau.person.identity"),
                        Fact.of(t.localize("bureau.person.birth"), t.date(person.birthDate())),
                        Fact.of(t.localize("bureau.person.nir"), person.nir().masked()),
                        Fact.of(t.localize("bureau.person.iban"), person.iban().masked()),
                        Fact.of(t.localize("bureau.email"), person.email()),
                        Fact.of(t.localize("bureau.address"), person.address().oneLine()))
                .facts(t.localize("bureau.person.contract"), terms)
                .facts(
                        t.localize("bureau.person.qualification"),
                        Fact.of(
                                t.localize("bureau.person.diploma"),
                                t.localize(level == null ? "bureau.diploma.unknown" : "bureau.diploma." + level)),
                        Fact.of(
                                t.localize("bureau.person.experience"),
                                months == null ? t.localize("bureau.diploma.unknown") : months.toString()))
                .facts(
                        t.localize("bureau.person.account"),
                        Fact.of(t.localize("bureau.person.available"), t.money(account.available())),
                        Fact.of(t.localize("bureau.person.reserve"), t.money(account.reserve())),
                        Fact.of(t.localize("bureau.person.leave"), t.money(account.leave())))
                .list(new Listing(
                        t.localize("bureau.place.MISSIONS"), columns, rows, t.localize("bureau.missions.none")));
        var later = later(person, t);
        if (!later.rows().isEmpty()) sheet.list(later);
        papers(sheet, desk, who, person, t);
        var href = desk.href("personnes/" + person.id() + "/");
        sheet.link(t.localize("bureau.account.link"), href + "compte").link(t.localize("exit.link"), href + "sortie");
        if (who.has(desk.operator(), Role.GESTIONNAIRE, Role.DIRECTOR)) {
            sheet.link(t.localize("privacy.link"), href + "donnees");
        }
        if (who.has(desk.operator(), Role.GESTIONNAIRE)) {
            sheet.link(t.localize("bureau.edit"), href + "modification")
                    .link(t.localize("bureau.person.contrat.link"), href + "contrat")
                    .link(t.localize("bureau.person.iban.link"), href + "iban");
        }
        if (who.has(desk.operator(), Role.GESTIONNAIRE, Role.PAYROLL)) {
            sheet.link(t.localize("bureau.person.taux.link"), href + "taux");
        }
        return sheet.done();
    }

    /// What was agreed since the entry, with the month from which it holds.
    private Listing later(Person person, Texts t) {
        var rows = new ArrayList<List<Cell>>();
        for (var dated : people.employments(person)) {
            var terms = dated.value();
            var step = terms.step();
            rows.add(List.of(
                    Cell.text(t.month(dated.from())),
                    Cell.text(terms.job(), t.localize("bureau.person.terms", t.number(terms.hoursPerWeek()))),
                    Cell.text(
                            step == null ? t.money(terms.fixedPart()) : t.localize("bureau.step." + step.name()),
                            terms.cadre() ? t.localize("bureau.person.cadre") : "")));
        }
        for (var dated : people.withholdings(person)) {
            rows.add(List.of(
                    Cell.text(t.month(dated.from())),
                    Cell.text(t.localize("bureau.person.pas")),
                    Cell.text(withholding(dated.value(), t))));
        }
        var columns = List.of(
                Column.text(t.localize("bureau.edit.from")),
                Column.text(t.localize("bureau.col.what")),
                Column.text(t.localize("bureau.person.value")));
        return new Listing(t.localize("bureau.person.later"), columns, rows, "");
    }

    /// The person's papers; the button for their own contract while it does not stand.
    private void papers(Sheet.Builder sheet, Desk desk, SignedIn who, Person person, Texts t) {
        if (!who.has(desk.operator(), Place.CONTRACTS.roles())) return;
        var all = contracts.of(desk.operator(), person.id());
        sheet.list(papers.of(desk, t.localize("bureau.place.CONTRACTS"), all, t));
        if (!who.has(desk.operator(), Role.GESTIONNAIRE)) return;
        var kind = Contracts.kindOf(person.employment().kind());
        for (var later :
                papers.next(all, Contracts.laterKindsOf(person.employment().kind()))) {
            sheet.act(papers.draft(desk, later, person.id(), null, t));
        }
        if (papers.stands(all, kind)) return;
        if (!kind.isOfMission()) {
            sheet.act(papers.draft(desk, kind, person.id(), null, t));
            return;
        }
        // a fixed-term contract is for one mission (PS-42)
        missions.of(person.id()).stream()
                .filter(mission -> mission.isAgreed())
                .findFirst()
                .ifPresent(mission -> sheet.act(papers.draft(desk, kind, person.id(), mission.id(), t)));
    }

    private static String withholding(Withholding withholding, Texts t) {
        return switch (withholding) {
            case Withholding.Neutral _ -> t.localize("bureau.person.pas.neutral");
            case Withholding.Personal(var rate) -> t.percent(rate);
        };
    }
}
