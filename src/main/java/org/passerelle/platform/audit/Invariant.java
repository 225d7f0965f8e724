package org.passerelle.platform.audit;

import java.util.List;

/// Something that must hold after every fault. Each module declares its own as beans, for every operator at once;
/// they read through {@link EveryOperator}.
public interface Invariant {

    /// Its number in reliability.md §6, `I-1` to `I-12`.
    String id();

    /// What it says, in one sentence.
    String says();

    /// Where it does not hold; an empty list when it holds.
    List<Breach> check();
}
