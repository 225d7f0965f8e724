package org.passerelle.missions;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// A mission with what the law said of it on the day it was proposed.
///
/// @param code unique in the entity: `M-001`
/// @param findings everything found in the entity's frame, refusals first
/// @param questions codes of what must still be answered, for [MissionState#UNDECIDED]
/// @param lifted the recorded override, if the mission needed one
public record Mission(
        MissionId id,
        OperatorId operator,
        PersonId person,
        ClientId client,
        String code,
        MissionTerms terms,
        MissionState state,
        List<Finding> findings,
        List<String> questions,
        @Nullable LiftedRefusal lifted) {

    public Mission {
        findings = List.copyOf(findings);
        questions = List.copyOf(questions);
    }

    /// Whether work may be reported on it.
    public boolean isAgreed() {
        return state == MissionState.AGREED || state == MissionState.ENDED;
    }

    /// The same, agreed because its refusal was lifted.
    public Mission lifted(LiftedRefusal why) {
        return new Mission(id, operator, person, client, code, terms, MissionState.AGREED, findings, questions, why);
    }

    /// The same under other terms; one that had ended goes on when they end later.
    public Mission amended(MissionTerms better) {
        boolean goesOn = better.dates().end().isAfter(terms.dates().end());
        var now = state == MissionState.ENDED && goesOn ? MissionState.AGREED : state;
        return new Mission(id, operator, person, client, code, better, now, findings, questions, lifted);
    }

    /// The same, over on that day.
    public Mission endedOn(LocalDate lastDay) {
        var shorter = terms.during(new DateRange(terms.dates().start(), lastDay));
        return new Mission(
                id, operator, person, client, code, shorter, MissionState.ENDED, findings, questions, lifted);
    }
}
