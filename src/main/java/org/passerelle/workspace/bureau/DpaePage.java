package org.passerelle.workspace.bureau;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.joining.Declaration;
import org.passerelle.joining.Declarations;
import org.passerelle.joining.Joining;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.PersonId;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The prior declaration of hiring of a worker (PS-53): made, copied or downloaded, its answer recorded.
@Controller
@OpenTo(Role.GESTIONNAIRE)
@RequestMapping("/bureau/{operator}/personnes/{person}/dpae")
class DpaePage {

    private static final String SHEET = "workspace/bureau/sheet";

    private final Desks desks;
    private final People people;
    private final Joining joining;
    private final Declarations declarations;

    DpaePage(Desks desks, People people, Joining joining, Declarations declarations) {
        this.desks = desks;
        this.people = people;
        this.joining = joining;
        this.declarations = declarations;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID person, Texts t) {
        var desk = desk(who, operator, t);
        return Partials.page(SHEET, Map.of("desk", desk, "sheet", list(desk, find(desk, person), null, t)));
    }

    @PostMapping
    ModelAndView declare(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID person,
            Typed typed,
            Texts t) {
        var desk = desk(who, operator, t);
        var found = find(desk, person);
        var intent = Desks.intent(typed);
        var hour = typed.must("hour", DpaePage::hour);
        var town = typed.mustText("birthTown");
        var urssaf = typed.mustText("urssaf");
        var phone = typed.mustText("phone");
        var health = typed.mustText("health");
        if (!typed.hasErrors() && hour != null) {
            try {
                var asked = new Declarations.Asked(
                        hour,
                        town,
                        urssaf,
                        phone.replaceAll("[ .]", ""),
                        health.toUpperCase(java.util.Locale.ROOT),
                        typed.checked("test"));
                var made = declarations.declare(found.id(), asked, intent);
                return Partials.seeOther(path(desk, found) + "/" + made.id(), Toast.ok("bureau.dpae.made"));
            } catch (InvalidValue e) {
                typed.refuse(fieldOf(e), t.error(e));
            }
        }
        return Partials.unprocessable(SHEET, Map.of("desk", desk, "sheet", list(desk, found, typed, t)));
    }

    private static String fieldOf(InvalidValue e) {
        return switch (e.code()) {
            case "birth_town.missing" -> "birthTown";
            case "urssaf.format" -> "urssaf";
            case "phone.format" -> "phone";
            case "health_service.format" -> "health";
            default -> "hour";
        };
    }

    private static LocalTime hour(String text) {
        try {
            return LocalTime.parse(
                    text.replace('h', ':').length() == 4 ? "0" + text.replace('h', ':') : text.replace('h', ':'));
        } catch (DateTimeParseException e) {
            throw new InvalidValue("hour.format", "");
        }
    }

    @GetMapping("/{declaration}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID person,
            @PathVariable UUID declaration,
            Texts t) {
        var desk = desk(who, operator, t);
        var found = find(desk, person);
        return Partials.page(SHEET, Map.of("desk", desk, "sheet", sheet(desk, found, declaration, null, t)));
    }

    /// The file to hand in.
    @GetMapping("/{declaration}/fichier")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID person,
            @PathVariable UUID declaration,
            Texts t) {
        var desk = desk(who, operator, t);
        var found = find(desk, person);
        var one = declaration(desk, found, declaration);
        return Downloads.attachment(
                "dpae-" + found.code() + ".xml",
                "application/xml",
                declarations.message(one).getBytes(StandardCharsets.ISO_8859_1));
    }

    @PostMapping("/{declaration}/accuse")
    ModelAndView acknowledge(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID person,
            @PathVariable UUID declaration,
            Typed typed,
            Texts t) {
        var desk = desk(who, operator, t);
        var found = find(desk, person);
        Desks.intent(typed);
        try {
            declarations.acknowledge(desk.operator(), found.id(), declaration, typed.text("reference"));
            return Partials.seeOther(path(desk, found) + "/" + declaration, Toast.ok("bureau.dpae.acknowledged"));
        } catch (InvalidValue e) {
            typed.refuse("reference", t.error(e));
            return Partials.unprocessable(
                    SHEET, Map.of("desk", desk, "sheet", sheet(desk, found, declaration, typed, t)));
        }
    }

    @PostMapping("/{declaration}/refus")
    ModelAndView refuse(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID person,
            @PathVariable UUID declaration,
            Typed typed,
            Texts t) {
        var desk = desk(who, operator, t);
        var found = find(desk, person);
        Desks.intent(typed);
        try {
            declarations.refuse(desk.operator(), found.id(), declaration, typed.text("reason"));
            return Partials.seeOther(path(desk, found), Toast.ok("bureau.dpae.refused"));
        } catch (InvalidValue e) {
            typed.refuse("reason", t.error(e));
            return Partials.unprocessable(
                    SHEET, Map.of("desk", desk, "sheet", sheet(desk, found, declaration, typed, t)));
        }
    }

    private Desk desk(SignedIn who, UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.PEOPLE, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        return desk;
    }

    private Person find(Desk desk, UUID person) {
        return people.find(new PersonId(person))
                .filter(each -> each.operator().equals(desk.operator()))
                .orElseThrow();
    }

    private Declaration declaration(Desk desk, Person person, UUID id) {
        return declarations.of(desk.operator(), person.id()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String path(Desk desk, Person person) {
        return desk.href("personnes/" + person.id() + "/dpae");
    }

    private Sheet list(Desk desk, Person person, @Nullable Typed typed, Texts t) {
        var columns = List.of(
                Column.text(t.localize("bureau.dpae.hire")),
                Column.text(t.localize("bureau.dpae.reference")),
                Column.text(t.localize("bureau.col.state")));
        var all = declarations.of(desk.operator(), person.id());
        var rows = all.stream()
                .map(each -> List.of(
                        Cell.link(t.moment(each.hireAt()), "", path(desk, person) + "/" + each.id()),
                        Cell.text(each.reference() == null ? "" : each.reference()),
                        Cell.badge(
                                t.localize("bureau.dpae.answer." + each.answer().name()), tone(each.answer()))))
                .toList();
        var sheet = Sheet.titled(t.localize("bureau.dpae"))
                .above(person.code() + " · " + person.name())
                .saying(t.localize("bureau.dpae.lead"))
                .list(new Listing(t.localize("bureau.dpae.all"), columns, rows, t.localize("bureau.dpae.none")))
                .link(t.localize("bureau.dpae.person"), desk.href("personnes/" + person.id()));
        boolean stands = all.stream().anyMatch(each -> each.answer() != Declaration.Answer.REFUSED);
        if (!stands) sheet.act(making(desk, person, typed, t));
        return sheet.done();
    }

    private Act making(Desk desk, Person person, @Nullable Typed typed, Texts t) {
        var town = joining.ofPerson(desk.operator(), person.id())
                .map(each -> each.answers().text("birthTown"))
                .orElse("");
        var fields = List.of(
                        Field.text("hour", t.localize("bureau.dpae.hour"))
                                .hint(t.localize(
                                        "bureau.dpae.hour.hint",
                                        t.date(person.employment().entry())))
                                .value("09:00")
                                .must(),
                        Field.text("birthTown", t.localize("joining.ask.birthTown"))
                                .value(town)
                                .must(),
                        Field.text("urssaf", t.localize("bureau.dpae.urssaf"))
                                .hint(t.localize("bureau.dpae.urssaf.hint"))
                                .must(),
                        Field.text("phone", t.localize("bureau.dpae.phone")).must(),
                        Field.text("health", t.localize("bureau.dpae.health"))
                                .hint(t.localize("bureau.dpae.health.hint"))
                                .must(),
                        Field.of("checkbox", "test", t.localize("bureau.dpae.test")))
                .stream()
                .map(field -> typed == null ? field : typed.back(field))
                .toArray(Field[]::new);
        return Act.saying(
                t.localize("bureau.dpae.make"), t.localize("bureau.dpae.make.hint"), path(desk, person), fields);
    }

    private Sheet sheet(Desk desk, Person person, UUID id, @Nullable Typed typed, Texts t) {
        var one = declaration(desk, person, id);
        var facts = declarations.content(one).entrySet().stream()
                .map(each -> Fact.of(t.localize("joining.dpae." + each.getKey()), shown(each, person)))
                .toList();
        var sheet = Sheet.titled(t.localize("bureau.dpae"))
                .above(person.code() + " · " + person.name())
                .in(t.localize("bureau.dpae.answer." + one.answer().name()), tone(one.answer()))
                .saying(
                        one.reason() != null
                                ? one.reason()
                                : one.reference() == null
                                        ? t.localize("bureau.dpae.copy.hint")
                                        : t.localize("bureau.dpae.reference") + t.localize("ui.colon") + " "
                                                + one.reference())
                .facts(t.localize("bureau.dpae.copy"), facts)
                .link(t.localize("bureau.dpae.file"), path(desk, person) + "/" + id + "/fichier")
                .link(t.localize("bureau.dpae.person"), desk.href("personnes/" + person.id()));
        if (one.answer() == Declaration.Answer.AWAITED) {
            var reference =
                    Field.text("reference", t.localize("bureau.dpae.reference")).must();
            var reason = Field.of("textarea", "reason", t.localize("bureau.dpae.reason"))
                    .must();
            sheet.act(Act.saying(
                    t.localize("bureau.dpae.acknowledge"),
                    t.localize("bureau.dpae.acknowledge.hint"),
                    path(desk, person) + "/" + id + "/accuse",
                    typed == null ? reference : typed.back(reference)));
            sheet.act(Act.saying(
                    t.localize("bureau.dpae.refuse"),
                    t.localize("bureau.dpae.refuse.hint"),
                    path(desk, person) + "/" + id + "/refus",
                    typed == null ? reason : typed.back(reason)));
        }
        return sheet.done();
    }

    /// The NIR is masked on screen (S-14); the file has it whole.
    private static String shown(Map.Entry<String, String> each, Person person) {
        return each.getKey().startsWith("FR_NNI.NIR.") ? person.nir().masked() : each.getValue();
    }

    private static String tone(Declaration.Answer answer) {
        return switch (answer) {
            case AWAITED -> "warn";
            case ACKNOWLEDGED -> "ok";
            case REFUSED -> "refuse";
        };
    }
}
