package org.passerelle.workspace.bureau;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.exits.Exit;
import org.passerelle.exits.ExitPaper;
import org.passerelle.exits.ExitPapers;
import org.passerelle.exits.Exits;
import org.passerelle.exits.Leaving;
import org.passerelle.exits.Way;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PersonId;
import org.passerelle.people.ContractKind;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Downloads;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « Simuler un départ »: days, money and papers of each way out of a person's contract. It writes nothing.
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.PAYROLL, Role.DIRECTOR})
class ExitPage {

    private static final Pattern SUM = Pattern.compile("-?[0-9]+\\.[0-9]{2} EUR");
    private static final BigDecimal LONGEST_NOTICE = BigDecimal.valueOf(365);

    private final Desks desks;
    private final People people;
    private final Exits exits;
    private final ExitPapers papers;
    private final Clock clock;

    ExitPage(Desks desks, People people, Exits exits, ExitPapers papers, Clock clock) {
        this.desks = desks;
        this.people = people;
        this.exits = exits;
        this.papers = papers;
        this.clock = clock;
    }

    @GetMapping("/bureau/{operator}/personnes/{person}/sortie")
    ModelAndView exit(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID person,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.PEOPLE, t);
        var found = people.find(new PersonId(person))
                .filter(each -> each.operator().equals(desk.operator()))
                .orElseThrow();
        var kind = found.employment().kind();
        var way = Arrays.stream(Way.values())
                .filter(each -> each.suits(kind) && each.name().equals(typed.text("voie")))
                .findFirst();
        var wish = way.map(each -> wish(each, typed, t));
        Exit answer = wish.isEmpty() || typed.hasErrors() ? null : exits.simulate(found.id(), wish.get());
        var model = Map.of("desk", desk, "view", view(desk, found, typed, way, answer, t));
        return typed.hasErrors()
                ? Partials.unprocessable("workspace/bureau/exit", model)
                : Partials.page("workspace/bureau/exit", model);
    }

    /// One paper of the last day; while it cannot be drawn, back to the page that says why.
    @GetMapping("/bureau/{operator}/personnes/{person}/sortie/papier")
    Object paper(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String voie,
            Texts t) {
        var desk = desks.at(who, operator, Place.PEOPLE, t);
        var found = people.find(new PersonId(person))
                .filter(each -> each.operator().equals(desk.operator()))
                .orElseThrow();
        var paper = ExitPaper.of(nom).orElse(ExitPaper.CERTIFICATE);
        var obstacle = papers.obstacle(found, paper);
        if (obstacle != null) {
            return Partials.seeOther(desk.href("personnes/" + found.id() + "/sortie"), Toast.warn(obstacle, ""));
        }
        var kind = found.employment().kind();
        var way = Arrays.stream(Way.values())
                .filter(each -> each.suits(kind) && each.name().equals(voie))
                .findFirst()
                .orElse(null);
        return Downloads.attachment(
                paper.slug() + "-" + found.code() + ".pdf", "application/pdf", papers.draw(found, paper, way));
    }

    /// Links to the papers that can be drawn now, with the way that was asked for.
    private List<ExitView.Link> links(Desk desk, Person person, Optional<Way> way, Texts t) {
        if (papers.obstacle(person, ExitPaper.CERTIFICATE) != null) return List.of();
        var here = desk.href("personnes/" + person.id() + "/sortie/papier?nom=");
        return Arrays.stream(ExitPaper.values())
                .filter(paper -> papers.obstacle(person, paper) == null)
                .map(paper -> new ExitView.Link(
                        t.localize("exit.paper." + paper + ".title"),
                        here + paper.slug() + way.map(each -> "&voie=" + each).orElse("")))
                .toList();
    }

    private Leaving.Wish wish(Way way, Typed typed, Texts t) {
        var today = Days.today(clock);
        var start = typed.value("debut", Typed::date);
        var received = typed.value("recue", Typed::date);
        var notice = typed.value("preavis", Typed::number);
        int days = 0;
        if (notice != null) {
            if (notice.signum() < 0
                    || notice.compareTo(LONGEST_NOTICE) > 0
                    || notice.stripTrailingZeros().scale() > 0) {
                typed.refuse("preavis", t.localize("exit.notice.range"));
            } else {
                days = notice.intValueExact();
            }
        }
        for (var day : Arrays.asList(start, received)) {
            if (day != null && (day.getYear() < 1990 || day.getYear() > 2200)) {
                typed.refuse(day.equals(start) ? "debut" : "recue", t.localize("value.date.range", t.date(day)));
            }
        }
        return new Leaving.Wish(
                way,
                start == null ? today : start,
                way == Way.AGREED ? received : null,
                way == Way.RESIGNATION ? days : 0,
                typed.checked("cdi"));
    }

    private ExitView view(Desk desk, Person person, Typed typed, Optional<Way> way, @Nullable Exit answer, Texts t) {
        var kind = person.employment().kind();
        var here = desk.href("personnes/" + person.id());
        var end = answer == null ? null : answer.end();
        return new ExitView(
                t.localize("exit.title", person.name()),
                person.name(),
                here,
                here + "/sortie",
                kind == ContractKind.CAPE || kind == ContractKind.MANDATE ? List.of() : fields(kind, typed, way, t),
                typed.hasErrors(),
                end == null ? "" : t.longDate(end),
                answer == null ? List.of() : FindingCard.of(inWords(answer.findings(), t), t),
                answer == null || end == null
                        ? List.of()
                        : answer.steps().stream()
                                .map(step -> new ExitView.Row(
                                        t.localize("exit.step." + step.code()), step.article(), t.longDate(step.day())))
                                .toList(),
                answer == null
                        ? List.of()
                        : answer.sums().stream().map(sum -> row(sum, t)).toList(),
                answer == null
                        ? List.of()
                        : answer.papers().stream()
                                .map(paper -> t.localize("exit.paper." + paper))
                                .toList(),
                person.employment().exit() == null
                        ? ""
                        : t.localize(
                                "exit.papers.now.lead",
                                t.longDate(person.employment().exit())),
                links(desk, person, way, t));
    }

    /// Days as the reader writes them.
    private static List<Finding> inWords(List<Finding> findings, Texts t) {
        return findings.stream()
                .map(found -> {
                    var data = new HashMap<String, String>();
                    found.data().forEach((name, value) -> data.put(name, t.longDate(LocalDate.parse(value))));
                    return new Finding(
                            found.ruleId(),
                            found.variant(),
                            found.severity(),
                            found.article(),
                            data,
                            found.parameterVersions(),
                            found.on());
                })
                .toList();
    }

    private static ExitView.Row row(Exit.Sum sum, Texts t) {
        var data = new HashMap<String, String>();
        sum.data()
                .forEach((name, value) -> data.put(
                        name,
                        SUM.matcher(value).matches()
                                ? t.money(Money.of(value.substring(0, value.length() - 4)))
                                : value));
        var figure = t.money(sum.amount());
        return new ExitView.Row(
                t.localize("exit.sum." + sum.code()),
                t.localize("exit.sum." + sum.code() + ".hint", data) + " (" + sum.article() + ")",
                sum.minimum() ? t.localize("exit.minimum", figure) : figure);
    }

    private List<Field> fields(ContractKind kind, Typed typed, Optional<Way> way, Texts t) {
        var ways = new ArrayList<Option>();
        for (var each : Way.values()) {
            if (each.suits(kind)) {
                ways.add(new Option(
                        each.name(),
                        t.localize("exit.way." + each),
                        way.filter(each::equals).isPresent()));
            }
        }
        var fields = new ArrayList<Field>();
        fields.add(Field.select("voie", t.localize("exit.way"), ways));
        var start = Field.date("debut", t.localize("exit.start")).hint(t.localize("exit.start.hint"));
        fields.add(typed.text("debut").isEmpty() ? start.value(Days.today(clock).toString()) : typed.back(start));
        if (kind == ContractKind.CDD) {
            fields.add(typed.back(Field.of("checkbox", "cdi", t.localize("exit.follows"))));
        } else {
            fields.add(typed.back(
                    Field.date("recue", t.localize("exit.received")).hint(t.localize("exit.received.hint"))));
            fields.add(typed.back(
                    Field.of("number", "preavis", t.localize("exit.notice")).hint(t.localize("exit.notice.hint"))));
        }
        return fields;
    }
}
