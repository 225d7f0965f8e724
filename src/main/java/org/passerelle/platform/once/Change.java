package org.passerelle.platform.once;

import java.util.List;
import org.passerelle.kernel.Finding;

/// What came of the wish to change something that stands.
public sealed interface Change<T> {

    /// It is done, now or by the same wish before.
    record Changed<T>(T value) implements Change<T> {}

    /// The law or the house refuses; nothing was written.
    record Refused<T>(List<Finding> findings) implements Change<T> {}

    /// A colleague changed it first; nothing was written.
    ///
    /// @param now as it stands
    record Meanwhile<T>(Revised<T> now) implements Change<T> {}
}
