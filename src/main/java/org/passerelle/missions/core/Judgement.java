package org.passerelle.missions.core;

import java.util.Comparator;
import java.util.List;
import org.passerelle.frames.Fact;
import org.passerelle.frames.FrameVerdict;
import org.passerelle.frames.Frames;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Severity;
import org.passerelle.missions.Mission;
import org.passerelle.missions.MissionState;
import org.passerelle.missions.MissionTerms;

/// From what the frame says to where the mission stands.
public final class Judgement {

    private Judgement() {}

    public static MissionState state(FrameVerdict verdict) {
        return switch (verdict.verdict()) {
            case LAWFUL, LAWFUL_WITH_WARNINGS -> MissionState.AGREED;
            case UNLAWFUL -> MissionState.REFUSED;
            case UNDECIDED -> MissionState.UNDECIDED;
        };
    }

    /// Refusals first, then warnings, each in the order of the catalogue.
    public static List<Finding> findings(FrameVerdict verdict) {
        return verdict.findings().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    public static List<String> questions(FrameVerdict verdict) {
        return verdict.questions().stream().map(Fact::code).toList();
    }

    /// Whether each refusal is one that the house may set aside (REFUSE*).
    public static boolean mayBeLifted(Mission mission) {
        var refusals = refusals(mission);
        return !refusals.isEmpty()
                && refusals.stream()
                        .allMatch(finding -> Frames.overridableBy(finding).isPresent());
    }

    /// Whether that role may set every refusal aside.
    public static boolean mayBeLiftedBy(Mission mission, String role) {
        return mayBeLifted(mission)
                && refusals(mission).stream()
                        .allMatch(finding -> Frames.overridableBy(finding)
                                .orElseThrow()
                                .name()
                                .equals(role));
    }

    public static List<Finding> refusals(Mission mission) {
        return mission.findings().stream()
                .filter(finding -> finding.severity() == Severity.REFUSE)
                .toList();
    }

    /// The span that PS-10 counts: from the first day of the same service for the client. Interpretation: a gap does
    /// not
    /// start the count anew, since the text speaks of the service and not of its contracts.
    ///
    /// @param earlier the agreed missions of the same person for the same client
    public static DateRange span(MissionTerms terms, List<Mission> earlier) {
        var first = earlier.stream()
                .filter(mission -> mission.terms().activity().equals(terms.activity()))
                .map(mission -> mission.terms().dates().start())
                .filter(start -> start.isBefore(terms.dates().start()))
                .min(Comparator.naturalOrder())
                .orElse(terms.dates().start());
        return new DateRange(first, terms.dates().end());
    }
}
