package org.passerelle.deadlines;

import java.util.UUID;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// What a clock hangs on, or a fact is about.
public record Subject(Kind kind, UUID id) {

    /// What there is to hang a clock on.
    public enum Kind {
        OPERATOR,
        PERSON,
        MISSION
    }

    public static Subject of(OperatorId operator) {
        return new Subject(Kind.OPERATOR, operator.value());
    }

    public static Subject of(PersonId person) {
        return new Subject(Kind.PERSON, person.value());
    }

    public static Subject of(MissionId mission) {
        return new Subject(Kind.MISSION, mission.value());
    }
}
