package org.passerelle.frames;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;

/// How worker, client and operator stand to one another: what the dependence score and the rules on autonomy ask.
/// Never health, never union membership (DP-04).
///
/// @param signs an answer for each indicator that was answered; one that is missing is unknown
/// @param turnoverShare percent of the worker's turnover of twelve months that comes from this client, 0 to 100
/// @param renewal the mission carries on with the same client, and is not the first
/// @param clientFoundByOperator the operator found the client (PS-05)
/// @param priceSetByOperator the operator fixed the price (PS-05)
/// @param sameTradeAsClient the client's own trade (NAF) is the mission's (PS-07)
/// @param ownInvoiceToSameClient the worker also invoices the same object to the same client in the own name (PS-12)
/// @param employedFullTime a full-time employee elsewhere (CA-30)
/// @param object what the contract says is to be done (DP-20)
public record Relation(
        Map<Sign, Boolean> signs,
        @Nullable BigDecimal turnoverShare,
        @Nullable Boolean renewal,
        @Nullable Boolean clientFoundByOperator,
        @Nullable Boolean priceSetByOperator,
        @Nullable Boolean sameTradeAsClient,
        @Nullable Boolean ownInvoiceToSameClient,
        @Nullable Boolean employedFullTime,
        @Nullable String object) {

    public static final Relation UNKNOWN = new Relation(Map.of(), null, null, null, null, null, null, null, null);

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    public Relation {
        signs = Map.copyOf(signs);
        if (turnoverShare != null && (turnoverShare.signum() < 0 || turnoverShare.compareTo(ALL) > 0)) {
            throw new InvalidValue("share.range", turnoverShare.toPlainString());
        }
    }

    /// Only the indicators are known.
    public static Relation of(Map<Sign, Boolean> signs) {
        return new Relation(signs, null, null, null, null, null, null, null, null);
    }

    public Relation renewal(boolean carriesOn) {
        return new Relation(
                signs,
                turnoverShare,
                carriesOn,
                clientFoundByOperator,
                priceSetByOperator,
                sameTradeAsClient,
                ownInvoiceToSameClient,
                employedFullTime,
                object);
    }

    Known sign(Sign sign) {
        return Known.of(signs.get(sign));
    }
}
