package org.passerelle.workspace.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Client;
import org.passerelle.clients.Clients;
import org.passerelle.contracts.Contracts;
import org.passerelle.frames.FrameAdvice;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.MissionId;
import org.passerelle.missions.Mission;
import org.passerelle.missions.MissionState;
import org.passerelle.missions.MissionTerms;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operators;
import org.passerelle.people.Person;
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

/// My missions, and a new one with its verdict before anything is kept.
@Controller
@OpenTo(Role.FREELANCER)
@RequestMapping("/missions")
class MissionsPage {

    private static final String NEW = "workspace/newmission";
    private static final String FORM = "workspace/missionform";

    private final MyFile files;
    private final Missions missions;
    private final Clients clients;
    private final Operators operators;
    private final Contracts contracts;
    private final Clock clock;

    MissionsPage(
            MyFile files, Missions missions, Clients clients, Operators operators, Contracts contracts, Clock clock) {
        this.files = files;
        this.missions = missions;
        this.clients = clients;
        this.operators = operators;
        this.contracts = contracts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, Texts t) {
        var rows = missions.of(files.of(who).id()).stream()
                .map(mission -> new MissionsView.Row(
                        "/missions/" + mission.id(),
                        mission.terms().title(),
                        clients.get(mission.client()).name(),
                        dates(mission, t),
                        mission.terms().price(),
                        t.localize("workspace.mission.per."
                                + mission.terms().mode().name()),
                        t.localize("workspace.mission.state." + mission.state().name()),
                        tone(mission.state())))
                .toList();
        return Partials.page("workspace/missions", Map.of("view", new MissionsView(rows)));
    }

    @GetMapping("/{mission}")
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable("mission") String id, Texts t) {
        var me = files.of(who);
        var mission = missions.find(MissionId.of(id))
                .filter(found -> found.person().equals(me.id()))
                .orElseThrow();
        var view = new MissionView(
                mission.code(),
                mission.terms().title(),
                clients.get(mission.client()).name(),
                new MissionForm(new Typed(Map.of(), t), t)
                        .activityLabel(mission.terms().activity()),
                dates(mission, t),
                mission.terms().price(),
                t.localize("workspace.mission.per." + mission.terms().mode().name()),
                t.percent(mission.terms().vat()),
                t.localize("workspace.mission.state." + mission.state().name()),
                tone(mission.state()),
                FindingCard.of(mission.findings(), t),
                mission.questions().stream()
                        .map(code -> t.localize("question." + code))
                        .toList(),
                contracts.of(mission).stream()
                        .filter(ContractsPage::isShown)
                        .map(one -> ContractsPage.row(one, clock.instant(), t))
                        .toList());
        return Partials.page("workspace/mission", Map.of("view", view));
    }

    @GetMapping("/nouvelle")
    ModelAndView blank(@AuthenticationPrincipal SignedIn who, Typed typed, Texts t) {
        var me = files.of(who);
        if (!typed.text("client").isEmpty()) chosen(me, typed);
        return Partials.page(NEW, Map.of("view", view(me, typed, null, t)));
    }

    /// The answer, and nothing is kept.
    @PostMapping("/verdict")
    ModelAndView judge(@AuthenticationPrincipal SignedIn who, Typed typed, Texts t) {
        var me = files.of(who);
        var client = chosen(me, typed);
        var terms = new MissionForm(typed, t).terms();
        if (client == null || terms == null) {
            return Partials.unprocessable(NEW, FORM, Map.of("view", view(me, typed, null, t)));
        }
        var verdict = verdict(me, missions.advise(me.id(), client, terms), terms, typed, t);
        return Partials.either(NEW, FORM, Map.of("view", view(me, typed, verdict, t)));
    }

    /// Keeps the mission when it is lawful; otherwise says again why not.
    @PostMapping
    ModelAndView propose(@AuthenticationPrincipal SignedIn who, Typed typed, Texts t) {
        var me = files.of(who);
        var client = chosen(me, typed);
        var terms = new MissionForm(typed, t).terms();
        if (client == null || terms == null) {
            return Partials.unprocessable(NEW, FORM, Map.of("view", view(me, typed, null, t)));
        }
        var verdict = verdict(me, missions.advise(me.id(), client, terms), terms, typed, t);
        if (!verdict.lawful()) {
            return Partials.unprocessable(NEW, FORM, Map.of("view", view(me, typed, verdict, t)));
        }
        var kept = missions.propose(me.id(), client, terms, typed.intent()).mission();
        return Partials.seeOther(
                "/missions/" + kept.id(),
                Toast.ok("workspace.mission.kept", kept.terms().title()));
    }

    private VerdictView verdict(Person me, FrameAdvice advice, MissionTerms terms, Typed typed, Texts t) {
        var frame = operators.get(me.operator()).frame();
        return VerdictView.of(advice, frame, new MissionForm(typed, t).activityLabel(terms.activity()), t);
    }

    private NewMissionView view(Person me, Typed typed, @Nullable VerdictView verdict, Texts t) {
        var form = new MissionForm(typed, t);
        var options = new ArrayList<Option>();
        for (var client : myClients(me)) {
            options.add(new Option(client.id().toString(), client.name(), false));
        }
        var activity = form.activityField();
        return new NewMissionView(
                typed.back(Field.select("client", t.localize("workspace.mission.client"), options)
                        .must()),
                !options.isEmpty(),
                activity,
                MissionForm.activities(t),
                form.main(),
                form.deciding(),
                typed.hasErrors(),
                verdict != null && !verdict.questions().isEmpty(),
                verdict,
                UUID.randomUUID());
    }

    /// The client typed, which must be one of this person's own.
    ///
    /// @throws NoSuchElementException when it is a colleague's, or nobody's: for this person it does not exist
    private @Nullable ClientId chosen(Person me, Typed typed) {
        var client = typed.must("client", ClientId::of);
        if (client != null && myClients(me).stream().noneMatch(mine -> mine.id().equals(client))) {
            throw new NoSuchElementException("client " + client);
        }
        return client;
    }

    /// The clients this person works for, and those they brought in. Others' clients are not shown.
    private List<Client> myClients(Person me) {
        var mine = new LinkedHashMap<ClientId, Client>();
        for (var client : clients.broughtByMe(me.operator())) mine.put(client.id(), client);
        for (var mission : missions.of(me.id())) {
            mine.computeIfAbsent(mission.client(), clients::get);
        }
        return List.copyOf(mine.values());
    }

    private static String dates(Mission mission, Texts t) {
        var dates = mission.terms().dates();
        return t.localize("workspace.mission.dates", t.date(dates.start()), t.date(dates.end()));
    }

    private static String tone(MissionState state) {
        return switch (state) {
            case AGREED -> "ok";
            case REFUSED -> "refuse";
            case UNDECIDED -> "warn";
            case ENDED -> "quiet";
        };
    }
}
