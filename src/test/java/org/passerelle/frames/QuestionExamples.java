package org.passerelle.frames;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.passerelle.kernel.Money;

/// Questions to start from; a test changes only what it is about.
final class QuestionExamples {

    private QuestionExamples() {}

    /// A software developer with a master's degree, for a company: 450 € a day, ten days a month, six months.
    static Question consultant(LocalDate on) {
        return Question.about(on, ClientKind.COMPANY)
                .with(new Question.Buyer(ClientKind.COMPANY, "FR", Purpose.BUSINESS))
                .with(new Question.Service(Catalogue.standard().get("developpeur"), null, null, false, null, false))
                .with(new Question.Worker(7, 60, true, null, null))
                .with(terms("450", "10", "6"));
    }

    static Question.Terms terms(String price, String days, String months) {
        return new Question.Terms(
                Money.of(price), new BigDecimal(days), new BigDecimal(months), null, RecourseReason.MISSING_EXPERTISE);
    }
}
