package org.passerelle.frames;

import java.math.BigDecimal;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;
import org.passerelle.pay.EmployerTerms;
import org.passerelle.pay.PayEngine;
import org.passerelle.pay.PayInput;
import org.passerelle.pay.PayTerms;
import org.passerelle.pay.WorkerTerms;
import org.passerelle.pay.YearToDate;

/// What a month of pay at full time costs the cheapest employer there may be: small, no transport levy, no premium.
/// A price that does not fund even that one's minimum funds nobody's.
final class PayCost {

    private static final EmployerTerms CHEAPEST =
            new EmployerTerms(1, Rate.ZERO, Rate.ZERO, Money.ZERO, Rate.ZERO, Rate.ofPercent(BigDecimal.ZERO));
    private static final PayTerms TERMS = PayTerms.of(CHEAPEST, WorkerTerms.fullTime(false));

    private PayCost() {}

    static Money ofFullMonth(Money gross, Law law) {
        var month = PayInput.of(law.day(), gross, TERMS);
        return Engine.INSTANCE
                .pay(month, YearToDate.NONE)
                .exact()
                .employerCost()
                .roundHalfUp();
    }

    private static final class Engine {
        static final PayEngine INSTANCE = PayEngine.of(Laws.load());
    }
}
