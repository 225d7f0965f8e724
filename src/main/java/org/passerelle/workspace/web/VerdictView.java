package org.passerelle.workspace.web;

import java.util.List;
import org.passerelle.frames.FrameAdvice;
import org.passerelle.frames.FrameVerdict;
import org.passerelle.frames.Verdict;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Severity;
import org.passerelle.platform.web.FindingCard;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.WayOut;

/// What the law says of a mission in the entity's frame, with every reason, and the other frames beside it.
///
/// @param verdict name of the verdict, for the badge
/// @param questions what must still be answered
/// @param others the frames in which it would be lawful, then the rest
/// @param lawful whether the mission may be kept
public record VerdictView(
        String frame,
        String verdict,
        List<FindingCard> findings,
        List<String> questions,
        List<Other> others,
        String activity,
        boolean lawful) {

    public record Other(String frame, String verdict, String why) {}

    static VerdictView of(FrameAdvice advice, Frame frame, String activity, Texts t) {
        var mine = advice.of(frame);
        return new VerdictView(
                t.localize("workspace.frame." + frame.name()),
                mine.verdict().name(),
                mine.findings().stream()
                        .sorted(java.util.Comparator.comparing(Finding::severity))
                        .map(finding -> FindingCard.of(finding, t, wayOut(finding, t)))
                        .toList(),
                mine.questions().stream()
                        .map(fact -> t.localize("question." + fact.code()))
                        .toList(),
                advice.frames().stream()
                        .filter(other -> other.frame() != frame)
                        .sorted(java.util.Comparator.comparing(FrameVerdict::verdict))
                        .map(other -> new Other(
                                t.localize("workspace.frame." + other.frame().name()),
                                other.verdict().name(),
                                other.obstacles().isEmpty()
                                        ? ""
                                        : t.finding(other.obstacles().getFirst())))
                        .toList(),
                activity,
                mine.verdict() == Verdict.LAWFUL || mine.verdict() == Verdict.LAWFUL_WITH_WARNINGS);
    }

    /// A refusal has a button: to the field that would change the answer, else to the frames that allow it.
    private static @org.jspecify.annotations.Nullable WayOut wayOut(Finding finding, Texts t) {
        if (finding.severity() != Severity.REFUSE) return null;
        return switch (finding.ruleId()) {
            case "PS-64" -> new WayOut(t.localize("workspace.mission.way.price"), "#prix");
            case "PS-07" -> new WayOut(t.localize("workspace.mission.way.reason"), "#motif");
            case "PS-10" -> new WayOut(t.localize("workspace.mission.way.end"), "#fin");
            default -> new WayOut(t.localize("workspace.mission.way.frames"), "#autres-cadres");
        };
    }
}
