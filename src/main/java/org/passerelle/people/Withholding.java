package org.passerelle.people;

import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Rate;

/// The rate at which income tax is withheld from pay.
public sealed interface Withholding {

    /// No rate was sent by the tax administration: the neutral scale applies.
    record Neutral() implements Withholding {}

    /// The rate sent by the tax administration.
    record Personal(Rate rate) implements Withholding {

        public Personal {
            if (rate.compareTo(Rate.ZERO) < 0 || rate.compareTo(Rate.ofPercent("100")) > 0) {
                throw new InvalidValue("rate.range", rate.toString());
            }
        }
    }
}
