package org.passerelle.frames;

/// May it be done in this frame?
public enum Verdict {
    LAWFUL,
    LAWFUL_WITH_WARNINGS,
    UNLAWFUL,
    /// An answer is missing that decides.
    UNDECIDED;

    public boolean isLawful() {
        return this == LAWFUL || this == LAWFUL_WITH_WARNINGS;
    }
}
