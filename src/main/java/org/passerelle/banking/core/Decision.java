package org.passerelle.banking.core;

import java.util.List;

/// What a movement is. The first three are sure and are settled at once; the others wait for a person.
public sealed interface Decision {

    /// One invoice, paid to the cent.
    record Exact(Share share, Evidence evidence) implements Decision {}

    /// One invoice, paid in part.
    record Partial(Share share, Evidence evidence) implements Decision {}

    /// Several invoices named in one payment, paid to the cent together.
    record Several(List<Share> shares, Evidence evidence) implements Decision {
        public Several {
            shares = List.copyOf(shares);
        }
    }

    /// More than what the invoices named still cost.
    ///
    /// @param shares what they still cost, oldest first; may be empty when all are paid
    record Overpaid(List<Share> shares, Evidence evidence) implements Decision {
        public Overpaid {
            shares = List.copyOf(shares);
        }
    }

    /// Nobody can tell without a person.
    ///
    /// @param candidates whole ways to use the movement, the likeliest first
    record Unknown(List<List<Share>> candidates, Reason reason) implements Decision {
        public Unknown {
            candidates = candidates.stream().map(List::copyOf).toList();
        }
    }

    /// How an invoice was recognised, the strongest first.
    enum Evidence {
        END_TO_END_ID,
        INVOICE_NUMBER,
        AMOUNT_AND_NAME
    }

    /// Why nobody decided. The sentence is the message `banking.reason.<name in lower case>`.
    enum Reason {
        /// Money went out.
        OUTGOING,
        /// An earlier movement came back.
        REVERSAL,
        /// Neither a number nor amount and name lead anywhere.
        NOTHING_FITS,
        /// Several invoices have this amount and this client.
        TWO_CANDIDATES,
        /// The amount fits, the name does not.
        AMOUNT_ONLY,
        /// Several invoices of this client together have this amount; none is named.
        SUM_OF_SEVERAL,
        /// The name fits, the amount does not.
        NAME_ONLY,
        /// Several invoices are named and the amount is less than all of them.
        PART_OF_SEVERAL
    }

    default List<Share> sure() {
        return switch (this) {
            case Exact exact -> List.of(exact.share());
            case Partial partial -> List.of(partial.share());
            case Several several -> several.shares();
            case Overpaid _, Unknown _ -> List.of();
        };
    }
}
