package org.passerelle.clientspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.activity.ActivityReport;
import org.passerelle.clientspace.store.LinkStore;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.missions.Missions;
import org.passerelle.platform.once.Intents;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What clients say of reported days. It informs the gestionnaire, who approves or gives back: the worker's pay does
/// not
/// wait for it (SW-07).
@Service
public class Opinions {

    private final LinkStore store;
    private final Missions missions;
    private final Intents intents;
    private final Trail trail;
    private final Clock clock;

    Opinions(LinkStore store, Missions missions, Intents intents, Trail trail, Clock clock) {
        this.store = store;
        this.missions = missions;
        this.intents = intents;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param reason what is contested; empty when agreed
    /// @throws NoSuchElementException when the mission is not this client's
    @Transactional
    public void say(
            ClientLink link, ActivityReport report, MissionId mission, boolean agreed, String reason, UUID intent) {
        if (!missions.get(mission).client().equals(link.client())
                || !report.missions().contains(mission)) {
            throw new NoSuchElementException("mission " + mission);
        }
        var wish = intents.wish(link.operator(), intent, "client.days", report.id(), mission, agreed, reason);
        if (wish.isDone()) return;
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var opinion = new Opinion(report.id(), mission, agreed, agreed ? "" : reason, fingerprint(report, mission), at);
        store.insert(link.operator(), intent, link.id(), opinion);
        intents.keep(wish);
        trail.record(
                link.operator(),
                agreed ? "client.days_agreed" : "client.days_contested",
                "report",
                report.id().toString(),
                agreed ? Map.of() : Map.of("reason", reason));
    }

    /// What was said last of each mission of the report.
    @Transactional(readOnly = true)
    public List<Opinion> of(OperatorId operator, ActivityReportId report) {
        return store.opinions(operator, report);
    }

    /// Of the days on the mission: other days are another fingerprint, and what was said of these does not hold for
    /// them.
    public static String fingerprint(ActivityReport report, MissionId mission) {
        var days = report.days().stream()
                .filter(day -> mission.equals(day.mission()))
                .map(day -> day.day() + " " + day.quantity().toPlainString() + " " + day.unit())
                .collect(Collectors.joining("\n"));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(days.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
