package org.passerelle.missions.core;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Client;
import org.passerelle.frames.Activity;
import org.passerelle.frames.ClientKind;
import org.passerelle.frames.PayStep;
import org.passerelle.frames.Question;
import org.passerelle.frames.SapStatus;
import org.passerelle.kernel.DateRange;
import org.passerelle.missions.MissionTerms;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;

/// A mission, as the rules on frames ask it.
public final class FrameQuestion {

    private FrameQuestion() {}

    /// @param span from the first day of the same service of this person for this client, earlier missions included,
    ///     to the last day (PS-10)
    /// @param activity of the catalogue; null when the terms name none of it
    /// @param on the day for which the law is asked
    public static Question of(
            Operator operator,
            Person person,
            Client client,
            MissionTerms terms,
            DateRange span,
            @Nullable Activity activity,
            LocalDate on) {
        return new Question(
                on,
                new Question.Buyer(
                        ClientKind.valueOf(client.kind().name()),
                        client.address().country(),
                        terms.purpose()),
                new Question.Service(
                        activity,
                        terms.goods(),
                        terms.regulated(),
                        terms.atHome(),
                        terms.dangerousWork(),
                        terms.replacesStrikers()),
                new Question.Worker(
                        person.qualification().diplomaLevel(),
                        person.qualification().experienceMonths(),
                        person.ownSiren() != null,
                        person.sapDeclared(),
                        null),
                new Question.Terms(terms.pricePerDay(), terms.daysPerMonth(), null, span, terms.reason()),
                house(operator, person, on));
    }

    private static Question.House house(Operator operator, Person person, LocalDate on) {
        var step = person.employment().step();
        return new Question.House(
                operator.policies().soleTrader(),
                operator.policies().association(),
                operator.policies().peRequireSiren(),
                sapStatus(operator),
                operator.fee(on).model()::on,
                step == null ? null : PayStep.valueOf(step.name()));
    }

    private static SapStatus sapStatus(Operator operator) {
        var sap = operator.sap();
        if (sap == null) return SapStatus.NONE;
        return sap.approvedOn() == null ? SapStatus.DECLARED : SapStatus.APPROVED;
    }
}
