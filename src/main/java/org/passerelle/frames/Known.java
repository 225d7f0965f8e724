package org.passerelle.frames;

import org.jspecify.annotations.Nullable;

/// An answer that may be missing.
public enum Known {
    YES,
    NO,
    UNKNOWN;

    static Known of(@Nullable Boolean answer) {
        return answer == null ? UNKNOWN : answer ? YES : NO;
    }

    Known or(Known other) {
        return this == UNKNOWN ? other : this;
    }
}
