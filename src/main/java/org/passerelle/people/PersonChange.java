package org.passerelle.people;

import java.util.List;
import org.passerelle.kernel.Finding;
import org.passerelle.platform.once.Revised;

/// What came of the wish to change a person's file.
public sealed interface PersonChange {

    /// It is done, now or by the same wish before.
    record Changed(Person person) implements PersonChange {}

    /// The law or the house refuses; nothing was written.
    record Refused(List<Finding> findings) implements PersonChange {}

    /// A colleague changed the file first; nothing was written.
    ///
    /// @param now as it stands
    record Meanwhile(Revised<Person> now) implements PersonChange {}
}
