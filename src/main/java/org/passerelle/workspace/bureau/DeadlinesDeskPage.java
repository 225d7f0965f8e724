package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.deadlines.Actor;
import org.passerelle.deadlines.DeadlineWords;
import org.passerelle.deadlines.Deadlines;
import org.passerelle.deadlines.Mark;
import org.passerelle.deadlines.Subject;
import org.passerelle.deadlines.Urgency;
import org.passerelle.deadlines.Watched;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.PersonId;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.passerelle.workspace.web.DeadlineCard;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « Échéances »: what must happen by when, with the reason, what happens otherwise, who acts and where (SW-03).
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.PAYROLL, Role.DIRECTOR, Role.ADMINISTRATOR})
@RequestMapping("/bureau/{operator}/echeances")
class DeadlinesDeskPage {

    private static final int MOST = 200;

    private final Desks desks;
    private final Deadlines deadlines;
    private final People people;
    private final Clock clock;

    DeadlinesDeskPage(Desks desks, Deadlines deadlines, People people, Clock clock) {
        this.desks = desks;
        this.deadlines = deadlines;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @RequestParam(defaultValue = "") String urgence,
            @RequestParam(defaultValue = "") String agit,
            @RequestParam(defaultValue = "") String personne,
            @RequestParam(defaultValue = "") String regle,
            Texts t) {
        var desk = desks.at(who, operator, Place.DEADLINES, t);
        var names = names(desk);
        var all = deadlines.of(desk.operator());
        var shown = all.stream()
                .filter(urgency(urgence))
                .filter(each -> agit.isEmpty() || each.deadline().actor().name().equals(agit))
                .filter(each -> personne.isEmpty() || id(each).equals(personne))
                .filter(each -> regle.isEmpty() || each.deadline().rule().equals(regle))
                .toList();
        var groups = new ArrayList<DeadlinesView.Group>();
        for (var urgency : Urgency.values()) {
            var cards = shown.stream()
                    .filter(each -> each.urgency() == urgency)
                    .limit(MOST)
                    .map(each -> card(desk, each, names, t))
                    .toList();
            if (!cards.isEmpty()) groups.add(new DeadlinesView.Group(t.localize("deadline.urgency." + urgency), cards));
        }
        var filters = List.of(
                Field.select("urgence", t.localize("bureau.deadlines.when"), when(urgence, t)),
                Field.select("agit", t.localize("deadline.who"), actors(agit, t)),
                Field.select("personne", t.localize("bureau.col.person"), persons(all, names, personne, t)),
                Field.select("regle", t.localize("bureau.deadlines.rule"), rules(all, regle, t)));
        return Partials.page(
                "workspace/bureau/deadlines",
                Map.of(
                        "desk",
                        desk,
                        "view",
                        new DeadlinesView(
                                filters,
                                groups,
                                t.localize("bureau.deadlines.count", shown.size()),
                                desk.href("echeances"),
                                desk.href("echeances/calendrier"),
                                desk.href("echeances/dates"))));
    }

    @GetMapping("/calendrier")
    ModelAndView calendar(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @RequestParam Optional<String> mois,
            Texts t) {
        var desk = desks.at(who, operator, Place.DEADLINES, t);
        var today = Days.today(clock);
        var month = mois.map(Month::of).orElse(Month.containing(today));
        var names = names(desk);
        var cards = deadlines.of(desk.operator()).stream()
                .filter(each -> Month.containing(each.deadline().due()).equals(month))
                .collect(Collectors.groupingBy(
                        each -> each.deadline().due(),
                        Collectors.mapping(each -> card(desk, each, names, t), Collectors.toList())));
        return Partials.page(
                "workspace/bureau/deadlinemonth",
                Map.of("desk", desk, "view", DeadlineMonth.of(month, today, cards, desk.href("echeances"), t)));
    }

    @GetMapping("/{deadline}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID deadline, Texts t) {
        var desk = desks.at(who, operator, Place.DEADLINES, t);
        var found = deadlines.find(desk.operator(), deadline).orElseThrow();
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, found, null, t)));
    }

    @OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
    @PostMapping("/{deadline}/realisation")
    ModelAndView done(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID deadline,
            Typed typed,
            Texts t) {
        return mark(who, operator, deadline, Mark.Kind.DONE, typed, t);
    }

    @OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
    @PostMapping("/{deadline}/levee")
    ModelAndView lift(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID deadline,
            Typed typed,
            Texts t) {
        return mark(who, operator, deadline, Mark.Kind.LIFTED, typed, t);
    }

    @OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
    @PostMapping("/{deadline}/reouverture")
    ModelAndView reopen(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID deadline,
            Typed typed,
            Texts t) {
        return mark(who, operator, deadline, Mark.Kind.REOPENED, typed, t);
    }

    private ModelAndView mark(SignedIn who, UUID operator, UUID deadline, Mark.Kind kind, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.DEADLINES, t);
        Desks.require(who, desk, Role.GESTIONNAIRE, Role.DIRECTOR);
        var found = deadlines.find(desk.operator(), deadline).orElseThrow();
        boolean done = kind == Mark.Kind.DONE;
        var day = done ? typed.must("jour", Typed::date) : Days.today(clock);
        var reason = done ? "" : typed.mustText("motif");
        if (!typed.hasErrors() && day != null) {
            try {
                deadlines.mark(desk.operator(), deadline, kind, day, reason, Desks.intent(typed));
                return Partials.seeOther(
                        desk.href("echeances/" + deadline),
                        Toast.ok("bureau.deadlines.marked." + kind, DeadlineWords.title(found.deadline(), t)));
            } catch (InvalidValue e) {
                typed.refuse(done ? "jour" : "motif", t.error(e));
            }
        }
        return Partials.unprocessable(
                "workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, found, typed, t)));
    }

    private Sheet sheet(Desk desk, Watched watched, @Nullable Typed typed, Texts t) {
        var deadline = watched.deadline();
        var card = card(desk, watched, names(desk), t);
        var sheet = Sheet.titled(card.title())
                .above(t.localize("bureau.place.DEADLINES") + " · " + card.day())
                .in(card.state(), card.tone())
                .facts(
                        t.localize("bureau.deadlines.one"),
                        Fact.of(
                                t.localize("bureau.deadlines.due"),
                                t.longDate(deadline.due()) + " · " + card.inWords()),
                        Fact.of(t.localize("deadline.reason"), card.why()),
                        Fact.of(t.localize("bureau.deadlines.article"), deadline.article()),
                        Fact.of(t.localize("deadline.consequence"), card.missed()),
                        Fact.of(t.localize("deadline.who"), card.who()))
                .link(card.button(), subject(desk, deadline.subject()));
        var mark = watched.mark();
        if (mark != null) {
            sheet.saying(t.localize("deadline.mark." + mark.kind(), t.longDate(mark.day()))
                    + (mark.reason().isEmpty() ? "" : " — " + mark.reason()));
        }
        var base = desk.href("echeances/" + deadline.id());
        if (mark == null || !mark.kind().isOver()) {
            var day = Field.date("jour", t.localize("bureau.col.day")).must();
            var typedDay = typed == null || typed.error("jour") == null
                    ? day.value(Days.today(clock).toString())
                    : typed.back(day);
            sheet.act(act(Mark.Kind.DONE, base + "/realisation", typedDay, t))
                    .act(act(Mark.Kind.LIFTED, base + "/levee", reason(typed, t), t));
        } else {
            sheet.act(act(Mark.Kind.REOPENED, base + "/reouverture", reason(typed, t), t));
        }
        return sheet.done();
    }

    private static Act act(Mark.Kind kind, String href, Field field, Texts t) {
        return Act.saying(
                t.localize("bureau.deadlines.do." + kind),
                t.localize("bureau.deadlines.do." + kind + ".hint"),
                href,
                field);
    }

    private static Field reason(@Nullable Typed typed, Texts t) {
        var field = Field.of("textarea", "motif", t.localize("bureau.reason")).must();
        return typed == null ? field : typed.back(field);
    }

    private DeadlineCard card(Desk desk, Watched watched, Map<PersonId, String> names, Texts t) {
        return DeadlineCard.of(
                watched,
                names,
                Days.today(clock),
                desk.href("echeances/" + watched.deadline().id()),
                t);
    }

    private Map<PersonId, String> names(Desk desk) {
        return people.all(desk.operator()).stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    private static String subject(Desk desk, Subject subject) {
        return switch (subject.kind()) {
            case OPERATOR -> desk.href("societe");
            case PERSON -> desk.href("personnes/" + subject.id());
            case MISSION -> desk.href("missions/" + subject.id());
        };
    }

    private static String id(Watched watched) {
        var person = watched.deadline().person();
        return person == null ? "" : person.toString();
    }

    /// Nothing chosen: what is late, near or to prepare.
    private static Predicate<Watched> urgency(String chosen) {
        return switch (chosen) {
            case "toutes" -> each -> each.urgency() != Urgency.OVER;
            case "LATE", "WEEK", "WATCHED", "AHEAD", "OVER" ->
                each -> each.urgency().name().equals(chosen);
            default -> each -> each.urgency().compareTo(Urgency.WATCHED) <= 0;
        };
    }

    private static List<Option> when(String chosen, Texts t) {
        var options = new ArrayList<Option>();
        options.add(new Option("", t.localize("bureau.deadlines.when.open"), chosen.isEmpty()));
        options.add(new Option("toutes", t.localize("bureau.deadlines.when.all"), chosen.equals("toutes")));
        for (var urgency : Urgency.values()) {
            options.add(new Option(
                    urgency.name(), t.localize("deadline.urgency." + urgency), chosen.equals(urgency.name())));
        }
        return options;
    }

    private static List<Option> actors(String chosen, Texts t) {
        var options = new ArrayList<Option>();
        options.add(new Option("", t.localize("bureau.deadlines.everybody"), chosen.isEmpty()));
        for (var actor : Actor.values()) {
            options.add(new Option(actor.name(), t.localize("deadline.actor." + actor), chosen.equals(actor.name())));
        }
        return options;
    }

    private static List<Option> persons(List<Watched> all, Map<PersonId, String> names, String chosen, Texts t) {
        var options = new ArrayList<Option>();
        options.add(new Option("", t.localize("bureau.deadlines.everyone"), chosen.isEmpty()));
        all.stream()
                .map(each -> each.deadline().person())
                .filter(person -> person != null && names.containsKey(person))
                .distinct()
                .map(person -> new Option(
                        String.valueOf(person), names.getOrDefault(person, ""), chosen.equals(String.valueOf(person))))
                .sorted(java.util.Comparator.comparing(Option::label))
                .forEach(options::add);
        return options;
    }

    private static List<Option> rules(List<Watched> all, String chosen, Texts t) {
        var options = new ArrayList<Option>();
        options.add(new Option("", t.localize("bureau.deadlines.everything"), chosen.isEmpty()));
        all.stream()
                .map(each -> each.deadline().rule())
                .distinct()
                .sorted()
                .map(rule -> new Option(rule, t.localize("deadline.rule." + rule), chosen.equals(rule)))
                .forEach(options::add);
        return options;
    }
}
