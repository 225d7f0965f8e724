package org.passerelle.workspace.bureau;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Clients;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.PaperKind;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.MissionId;
import org.passerelle.missions.Mission;
import org.passerelle.missions.MissionState;
import org.passerelle.missions.MissionTerms;
import org.passerelle.missions.Missions;
import org.passerelle.people.People;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.FindingCard;
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

/// Missions with what the law says of them in this frame, and in the four others.
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR, Role.ADMINISTRATOR})
@RequestMapping("/bureau/{operator}/missions")
class MissionsDeskPage {

    private final Desks desks;
    private final Missions missions;
    private final People people;
    private final Clients clients;
    private final Contracts contracts;
    private final ContractList papers;

    MissionsDeskPage(
            Desks desks, Missions missions, People people, Clients clients, Contracts contracts, ContractList papers) {
        this.desks = desks;
        this.missions = missions;
        this.people = people;
        this.clients = clients;
        this.contracts = contracts;
        this.papers = papers;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.MISSIONS, t);
        var all = missions.all(desk.operator());
        var sheet = Sheet.titled(t.localize("bureau.place.MISSIONS"))
                .list(table(
                        desk,
                        t.localize("bureau.missions.look"),
                        all.stream().filter(mission -> !mission.isAgreed()).toList(),
                        t.localize("bureau.missions.nothing"),
                        t))
                .list(table(
                        desk,
                        t.localize("bureau.missions.agreed"),
                        all.stream().filter(Mission::isAgreed).toList(),
                        t.localize("bureau.missions.none"),
                        t));
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet.done()));
    }

    @GetMapping("/{mission}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID mission, Texts t) {
        var desk = desks.at(who, operator, Place.MISSIONS, t);
        return Partials.page(
                "workspace/bureau/sheet",
                Map.of("desk", desk, "sheet", sheet(desk, who, find(desk, mission), null, t)));
    }

    /// A refusal set aside where the catalogue says REFUSE*, by the administrator, with a stored reason.
    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/{mission}/derogation")
    ModelAndView lift(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID mission,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.MISSIONS, t);
        Desks.require(who, desk, Role.ADMINISTRATOR);
        var found = find(desk, mission);
        var reason = typed.mustText("reason");
        if (reason.length() < 10) typed.refuse("reason", t.localize("value.reason.short"));
        if (typed.hasErrors()) {
            return Partials.unprocessable(
                    "workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, who, found, typed, t)));
        }
        missions.lift(found.id(), reason, Role.ADMINISTRATOR.name());
        return Partials.seeOther(desk.href("missions/" + found.id()), Toast.ok("bureau.mission.lifted", found.code()));
    }

    /// The mission ends on a day of its span; the contract goes on (PS-52).
    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{mission}/fin")
    ModelAndView end(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID mission,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.MISSIONS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var found = find(desk, mission);
        var last = typed.must("last", Typed::date);
        if (last != null && found.state() != MissionState.AGREED)
            typed.refuse("last", t.localize("bureau.mission.end.not"));
        if (last != null && !typed.hasErrors()) {
            try {
                missions.end(found.id(), last);
                return Partials.seeOther(
                        desk.href("missions/" + found.id()), Toast.ok("bureau.mission.ended", found.code()));
            } catch (InvalidValue e) {
                typed.refuse("last", t.error(e));
            }
        }
        return Partials.unprocessable(
                "workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, who, found, typed, t)));
    }

    private Mission find(Desk desk, UUID id) {
        return missions.find(new MissionId(id))
                .filter(mission -> mission.operator().equals(desk.operator()))
                .orElseThrow();
    }

    private Listing table(Desk desk, String title, List<Mission> all, String empty, Texts t) {
        var columns = List.of(
                Column.text(t.localize("bureau.col.mission")),
                Column.text(t.localize("bureau.col.person")),
                Column.text(t.localize("bureau.col.client")),
                Column.number(t.localize("bureau.col.price")),
                Column.text(t.localize("bureau.col.state")));
        var rows = all.stream()
                .map(mission -> List.of(
                        Cell.link(
                                mission.code() + " · " + mission.terms().title(),
                                t.date(mission.terms().dates().start()) + " – "
                                        + t.date(mission.terms().dates().end()),
                                desk.href("missions/" + mission.id())),
                        Cell.text(people.get(mission.person()).name()),
                        Cell.text(clients.get(mission.client()).name()),
                        Cell.figure(price(mission.terms(), t)),
                        Cell.badge(
                                t.localize("bureau.mission." + mission.state().name()), tone(mission.state()))))
                .toList();
        return new Listing(title, columns, rows, empty);
    }

    private Sheet sheet(Desk desk, SignedIn who, Mission mission, @Nullable Typed typed, Texts t) {
        var terms = mission.terms();
        var person = people.get(mission.person());
        var client = clients.get(mission.client());
        var advice = missions.review(mission.id()).advice();
        var sheet = Sheet.titled(terms.title())
                .above(mission.code() + " · " + person.name() + " → " + client.name())
                .in(t.localize("bureau.mission." + mission.state().name()), tone(mission.state()))
                .saying(lifted(mission, t))
                .found(FindingCard.of(mission.findings(), t))
                .verdicts(Arrays.stream(Frame.values())
                        .map(advice::of)
                        .map(verdict -> new Sheet.Verdict(
                                t.localize("frames.name." + verdict.frame().name()),
                                verdict.verdict().name(),
                                verdict.obstacles().stream()
                                        .limit(1)
                                        .map(t::finding)
                                        .findFirst()
                                        .orElse("")))
                        .toList())
                .facts(
                        t.localize("bureau.mission.terms"),
                        Fact.of(
                                t.localize("bureau.mission.dates"),
                                t.date(terms.dates().start()) + " – "
                                        + t.date(terms.dates().end())),
                        Fact.of(t.localize("bureau.col.price"), price(terms, t)),
                        Fact.of(t.localize("bureau.mission.earlier"), earlier(mission, t)),
                        Fact.of(t.localize("bureau.col.vat"), t.percent(terms.vat())),
                        Fact.of(t.localize("bureau.mission.activity"), terms.activity()),
                        Fact.of(t.localize("bureau.mission.days"), t.number(terms.daysPerMonth())))
                .facts(
                        t.localize("bureau.mission.who"),
                        Fact.link(
                                t.localize("bureau.col.person"),
                                person.code() + " · " + person.name(),
                                desk.href("personnes/" + person.id())),
                        Fact.link(
                                t.localize("bureau.col.client"),
                                client.code() + " · " + client.name(),
                                desk.href("clients/" + client.id())));
        if (missions.mayBeLifted(mission) && who.has(desk.operator(), Role.ADMINISTRATOR)) {
            var reason = Field.of("textarea", "reason", t.localize("bureau.mission.lift.reason"))
                    .must();
            sheet.act(Act.saying(
                    t.localize("bureau.mission.lift"),
                    t.localize("bureau.mission.lift.hint"),
                    desk.href("missions/" + mission.id() + "/derogation"),
                    typed == null ? reason : typed.back(reason)));
        }
        if (mission.state() == MissionState.AGREED && who.has(desk.operator(), Role.GESTIONNAIRE)) {
            var last = Field.date("last", t.localize("bureau.mission.end.day")).must();
            sheet.act(Act.saying(
                    t.localize("bureau.mission.end"),
                    t.localize("bureau.mission.end.hint"),
                    desk.href("missions/" + mission.id() + "/fin"),
                    typed == null ? last.value(terms.dates().end().toString()) : typed.back(last)));
        }
        papers(sheet, desk, who, mission, t);
        return sheet.done();
    }

    /// The mission's papers, and those that it still needs.
    private void papers(Sheet.Builder sheet, Desk desk, SignedIn who, Mission mission, Texts t) {
        if (!who.has(desk.operator(), Place.CONTRACTS.roles())) return;
        var all = contracts.of(mission);
        sheet.list(papers.of(desk, t.localize("bureau.place.CONTRACTS"), all, t));
        if (!mission.isAgreed() || !who.has(desk.operator(), Role.GESTIONNAIRE)) return;
        var person = people.get(mission.person());
        for (var kind : Contracts.kindsOf(person.employment().kind(), clients.get(mission.client()))) {
            if (papers.stands(all, kind)) continue;
            if (kind == PaperKind.COMMERCIAL && papers.stands(all, PaperKind.COMMERCIAL_SUPPLEMENT)) continue;
            sheet.act(papers.draft(desk, kind, person.id(), mission.id(), t));
            if (kind == PaperKind.COMMERCIAL) {
                sheet.act(papers.draft(desk, PaperKind.COMMERCIAL_SUPPLEMENT, person.id(), mission.id(), t));
            }
        }
        for (var kind : papers.next(
                all, Contracts.laterKindsOfMission(person.employment().kind()))) {
            sheet.act(papers.draft(desk, kind, person.id(), mission.id(), t));
        }
    }

    private String earlier(Mission mission, Texts t) {
        var all = missions.earlierPrices(mission.id()).stream()
                .map(one -> t.localize(
                        "bureau.mission.earlier.one", t.money(one.price()), t.date(one.before()), one.paper()))
                .toList();
        return all.isEmpty() ? t.localize("bureau.mission.earlier.none") : String.join(" · ", all);
    }

    private static String lifted(Mission mission, Texts t) {
        var lifted = mission.lifted();
        return lifted == null
                ? ""
                : t.localize(
                        "bureau.mission.lifted.by",
                        t.moment(lifted.at()),
                        String.join(", ", lifted.rules()),
                        lifted.reason());
    }

    static String price(MissionTerms terms, Texts t) {
        return t.localize("bureau.price." + terms.mode().name(), t.money(terms.price()));
    }

    static String tone(MissionState state) {
        return switch (state) {
            case AGREED -> "ok";
            case REFUSED -> "refuse";
            case UNDECIDED -> "warn";
            case ENDED -> "quiet";
        };
    }
}
