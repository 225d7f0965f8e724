package org.passerelle.marketplace;

import java.util.List;
import org.passerelle.frames.Verdict;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Frame;

/// What one frame says of an offer.
///
/// @param findings what stands in the way when it is unlawful, what to know otherwise
public record FrameWord(Frame frame, Verdict verdict, List<Finding> findings) {

    public FrameWord {
        findings = List.copyOf(findings);
    }

    /// Nothing that is known forbids it; an answer may still be missing until the contract.
    public boolean isProposed() {
        return verdict != Verdict.UNLAWFUL;
    }
}
