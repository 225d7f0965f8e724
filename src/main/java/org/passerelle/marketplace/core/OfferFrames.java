package org.passerelle.marketplace.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.frames.Catalogue;
import org.passerelle.frames.ClientKind;
import org.passerelle.frames.Frames;
import org.passerelle.frames.PayStep;
import org.passerelle.frames.Purpose;
import org.passerelle.frames.Question;
import org.passerelle.frames.SapStatus;
import org.passerelle.kernel.Frame;
import org.passerelle.law.Law;
import org.passerelle.marketplace.FrameWord;
import org.passerelle.marketplace.OfferTerms;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;

/// The frames in which an offer may be taken (SW-01): for anybody, and for one candidate of one entity.
public final class OfferFrames {

    private OfferFrames() {}

    /// For anybody: portage salarial, the cooperative, portage entrepreneurial; the cooperative of services à la
    /// personne only where it is lawful.
    ///
    /// @param law of the day
    public static List<FrameWord> of(OfferTerms terms, LocalDate on, Law law) {
        var advice = Frames.advise(question(terms, on, Question.Worker.UNKNOWN, Question.House.ANY), law);
        var words = new ArrayList<FrameWord>();
        for (var verdict : advice.frames()) {
            if (verdict.frame() == Frame.MICRO_ENTREPRISE) continue;
            var obstacles = verdict.obstacles();
            var word = new FrameWord(
                    verdict.frame(), verdict.verdict(), obstacles.isEmpty() ? verdict.findings() : obstacles);
            if (verdict.frame() != Frame.CAE_SAP || word.verdict().isLawful()) words.add(word);
        }
        return words;
    }

    /// For this person, in the frame of their entity, at the upper price.
    public static FrameWord of(OfferTerms terms, Person person, Operator operator, LocalDate on, Law law) {
        var worker = new Question.Worker(
                person.qualification().diplomaLevel(),
                person.qualification().experienceMonths(),
                person.ownSiren() != null,
                person.sapDeclared(),
                null);
        var verdict = Frames.advise(operator.frame(), question(terms, on, worker, house(operator, person, on)), law);
        var obstacles = verdict.obstacles();
        return new FrameWord(operator.frame(), verdict.verdict(), obstacles.isEmpty() ? verdict.findings() : obstacles);
    }

    private static Question question(OfferTerms terms, LocalDate on, Question.Worker worker, Question.House house) {
        var purpose = terms.client() == ClientKind.CONSUMER ? Purpose.PRIVATE : Purpose.BUSINESS;
        var activity = Catalogue.standard().find(terms.activity()).orElse(null);
        return new Question(
                on,
                new Question.Buyer(terms.client(), "FR", purpose),
                new Question.Service(activity, null, null, terms.atHome(), null, null),
                worker,
                new Question.Terms(terms.high(), terms.daysPerMonth(), BigDecimal.valueOf(terms.months()), null, null),
                house);
    }

    private static Question.House house(Operator operator, Person person, LocalDate on) {
        var step = person.employment().step();
        var sap = operator.sap();
        return new Question.House(
                operator.policies().soleTrader(),
                operator.policies().association(),
                operator.policies().peRequireSiren(),
                sap == null ? SapStatus.NONE : sap.approvedOn() == null ? SapStatus.DECLARED : SapStatus.APPROVED,
                operator.fee(on).model()::on,
                step == null ? null : PayStep.valueOf(step.name()));
    }
}
