package org.passerelle.frames;

import java.util.List;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Severity;

/// What one frame says.
///
/// @param findings everything found, in the order of the catalogue
/// @param questions what is missing and decides; empty unless UNDECIDED
public record FrameVerdict(Frame frame, Verdict verdict, List<Finding> findings, List<Fact> questions) {

    public FrameVerdict {
        findings = List.copyOf(findings);
        questions = List.copyOf(questions);
    }

    /// What stands in the way.
    public List<Finding> obstacles() {
        return findings.stream().filter(f -> f.severity() == Severity.REFUSE).toList();
    }
}
