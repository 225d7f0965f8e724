package org.passerelle.workspace.bureau;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.compte.Compte;
import org.passerelle.compte.Pocket;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Nir;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.Siren;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operators;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Employment;
import org.passerelle.people.PayStep;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.people.Qualification;
import org.passerelle.people.Registration;
import org.passerelle.people.Withholding;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.FindingCard;
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

    PeoplePage(Desks desks, People people, Operators operators, Missions missions, Compte compte) {
        this.desks = desks;
        this.people = people;
        this.operators = operators;
        this.missions = missions;
        this.compte = compte;
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
        if (who.has(desk.operator(), Role.GESTIONNAIRE)) {
            sheet.link(t.localize("bureau.person.new"), desk.href("personnes/nouvelle"));
        }
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet.done()));
    }

    @GetMapping("/{person}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID person, Texts t) {
        var desk = desks.at(who, operator, Place.PEOPLE, t);
        var found = people.find(new PersonId(person))
                .filter(each -> each.operator().equals(desk.operator()))
                .orElseThrow();
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, found, t)));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @GetMapping("/nouvelle")
    ModelAndView blank(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.PEOPLE, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var typed = new Typed(Map.of("country", new String[] {"FR"}, "hours", new String[] {"35"}), t);
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
        var person = read(desk, typed, t);
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

    // Each field by itself first, so that all that is wrong is shown at once; then what only the whole can tell.
    private @Nullable Person read(Desk desk, Typed typed, Texts t) {
        var firstName = typed.mustText("firstName");
        var lastName = typed.mustText("lastName");
        var birth = typed.must("birthDate", Typed::date);
        var nir = typed.must("nir", Nir::of);
        var iban = typed.must("iban", Iban::of);
        var line1 = typed.mustText("line1");
        var postcode = typed.mustText("postcode");
        var city = typed.mustText("city");
        var email = typed.mustText("email");
        var entry = typed.must("entry", Typed::date);
        var job = typed.mustText("job");
        var hours = typed.must("hours", Typed::number);
        var fixed = typed.value("fixedPart", Typed::money);
        var diploma = typed.value("diploma", Integer::valueOf);
        var months = typed.value("experience", PeoplePage::whole);
        var siren = typed.value("ownSiren", Siren::of);
        var rate = typed.value("withholding", PeoplePage::rate);
        if (typed.hasErrors() || birth == null || nir == null || iban == null || entry == null || hours == null) {
            return null;
        }
        var step = typed.text("step");
        try {
            return new Person(
                    PersonId.random(),
                    desk.operator(),
                    null,
                    Person.UNCODED,
                    firstName,
                    lastName,
                    birth,
                    nir,
                    new PostalAddress(line1, typed.text("line2"), postcode, city, country(typed)),
                    email,
                    iban,
                    new Qualification(diploma, months),
                    siren,
                    typed.checked("sap"),
                    employment(typed, entry, job, hours, fixed, step),
                    rate == null ? new Withholding.Neutral() : new Withholding.Personal(rate));
        } catch (InvalidValue e) {
            typed.refuse(fieldOf(e.code()), t.error(e));
            return null;
        }
    }

    private static Employment employment(
            Typed typed, LocalDate entry, String job, BigDecimal hours, @Nullable Money fixed, String step) {
        var kind = ContractKind.valueOf(typed.text("contract"));
        boolean portage = kind == ContractKind.CDI || kind == ContractKind.CDD;
        return new Employment(
                kind,
                entry,
                null,
                typed.checked("cadre"),
                portage && !step.isEmpty() ? PayStep.valueOf(step) : null,
                hours,
                job,
                fixed == null ? Money.ZERO : fixed,
                null);
    }

    private static String fieldOf(String code) {
        return switch (code) {
            case "nir.birth_date" -> "nir";
            case "birth_date.too_young" -> "birthDate";
            case "email.format" -> "email";
            case "hours.range" -> "hours";
            case "country.format" -> "country";
            case "diploma.level" -> "diploma";
            case "experience.months" -> "experience";
            case "rate.range" -> "withholding";
            default -> "fixedPart";
        };
    }

    private static String country(Typed typed) {
        return typed.text("country").isEmpty() ? "FR" : typed.text("country").toUpperCase(java.util.Locale.ROOT);
    }

    private static Integer whole(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new InvalidValue("number.format", text);
        }
    }

    private static Rate rate(String text) {
        return Rate.ofPercent(text.replace(',', '.').replace("%", ""));
    }

    private Form form(Desk desk, Typed typed, UUID intent, List<FindingCard> findings, Texts t) {
        var frame = operators.get(desk.operator()).frame();
        var identity = List.of(
                typed.back(Field.text("firstName", t.localize("bureau.person.first"))
                        .must()
                        .autocomplete("off")),
                typed.back(Field.text("lastName", t.localize("bureau.person.last"))
                        .must()
                        .autocomplete("off")),
                typed.back(Field.date("birthDate", t.localize("bureau.person.birth"))
                        .must()),
                typed.back(Field.text("nir", t.localize("bureau.person.nir"))
                        .must()
                        .hint(t.localize("bureau.person.nir.hint"))),
                typed.back(
                        Field.of("email", "email", t.localize("bureau.email")).must()),
                typed.back(Field.text("iban", t.localize("bureau.person.iban"))
                        .must()
                        .hint(t.localize("bureau.person.iban.hint"))));
        var address = List.of(
                typed.back(
                        Field.text("line1", t.localize("bureau.address.line1")).must()),
                typed.back(Field.text("line2", t.localize("bureau.address.line2"))),
                typed.back(Field.text("postcode", t.localize("bureau.address.postcode"))
                        .must()),
                typed.back(Field.text("city", t.localize("bureau.address.city")).must()),
                typed.back(Field.text("country", t.localize("bureau.address.country"))
                        .hint("FR, BE, CH…")));
        var contract = List.of(
                typed.back(Field.select(
                        "contract",
                        t.localize("bureau.person.contract"),
                        Arrays.stream(ContractKind.values())
                                .filter(kind -> kind.belongsTo(frame))
                                .map(kind ->
                                        new Option(kind.name(), t.localize("bureau.contract." + kind.name()), false))
                                .toList())),
                typed.back(
                        Field.date("entry", t.localize("bureau.person.entry")).must()),
                typed.back(Field.text("job", t.localize("bureau.person.job")).must()),
                typed.back(Field.of("number", "hours", t.localize("bureau.person.hours"))
                        .must()),
                typed.back(Field.of("checkbox", "cadre", t.localize("bureau.person.cadre"))),
                frame == Frame.PORTAGE_SALARIAL
                        ? typed.back(Field.select("step", t.localize("bureau.person.step"), steps(t)))
                        : typed.back(Field.money("fixedPart", t.localize("bureau.person.fixed"))
                                .hint(t.localize("bureau.person.fixed.hint"))),
                typed.back(Field.of("number", "withholding", t.localize("bureau.person.pas"))
                        .hint(t.localize("bureau.person.pas.hint"))));
        var qualification = List.of(
                typed.back(Field.select("diploma", t.localize("bureau.person.diploma"), diplomas(t))),
                typed.back(Field.of("number", "experience", t.localize("bureau.person.experience"))
                        .hint(t.localize("bureau.person.experience.hint"))),
                typed.back(Field.text("ownSiren", t.localize("bureau.person.siren"))
                        .hint(t.localize("bureau.person.siren.hint"))),
                typed.back(Field.of("checkbox", "sap", t.localize("bureau.person.sap"))));
        return Form.fresh(
                t.localize("bureau.person.new"),
                t.localize("bureau.person.new.lead"),
                desk.href("personnes"),
                t.localize("bureau.person.register"),
                desk.href("personnes"),
                intent,
                List.of(
                        new Form.Part(t.localize("bureau.person.identity"), identity),
                        new Form.Part(t.localize("bureau.address"), address),
                        new Form.Part(t.localize("bureau.person.contract"), contract),
                        new Form.Part(t.localize("bureau.person.qualification"), qualification)),
                findings,
                typed.hasErrors());
    }

    private static List<Option> steps(Texts t) {
        return Arrays.stream(PayStep.values())
                .map(step -> new Option(step.name(), t.localize("bureau.step." + step.name()), step == PayStep.JUNIOR))
                .toList();
    }

    private static List<Option> diplomas(Texts t) {
        var options = new java.util.ArrayList<Option>();
        options.add(new Option("", t.localize("bureau.diploma.unknown"), true));
        for (var level : List.of("0", "3", "4", "5", "6", "7", "8")) {
            options.add(new Option(level, t.localize("bureau.diploma." + level), false));
        }
        return options;
    }

    private Sheet sheet(Desk desk, Person person, Texts t) {
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
        return Sheet.titled(person.name())
                .above(person.code())
                .facts(
                        t.localize("bureau.person.identity"),
                        Fact.of(t.localize("bureau.person.birth"), t.date(person.birthDate())),
                        Fact.of(t.localize("bureau.person.nir"), person.nir().masked()),
                        Fact.of(t.localize("bureau.person.iban"), person.iban().masked()),
                        Fact.of(t.localize("bureau.email"), person.email()),
                        Fact.of(t.localize("bureau.address"), person.address().oneLine()))
                .facts(
                        t.localize("bureau.person.contract"),
                        Fact.of(
                                t.localize("bureau.col.kind"),
                                t.localize(
                                        "bureau.contract." + employment.kind().name())),
                        Fact.of(t.localize("bureau.person.job"), employment.job()),
                        Fact.of(t.localize("bureau.person.entry"), t.date(employment.entry())),
                        Fact.of(t.localize("bureau.person.hours"), t.number(employment.hoursPerWeek())),
                        step == null
                                ? Fact.of(t.localize("bureau.person.fixed"), t.money(employment.fixedPart()))
                                : Fact.of(t.localize("bureau.person.step"), t.localize("bureau.step." + step.name())),
                        Fact.of(t.localize("bureau.person.pas"), withholding(person, t)))
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
                        t.localize("bureau.place.MISSIONS"), columns, rows, t.localize("bureau.missions.none")))
                .done();
    }

    private static String withholding(Person person, Texts t) {
        return switch (person.withholding()) {
            case Withholding.Neutral _ -> t.localize("bureau.person.pas.neutral");
            case Withholding.Personal(var rate) -> t.percent(rate);
        };
    }
}
