package org.passerelle.compte.core;

import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Law;

/// What comes on top of the base pay: apport d'affaires (PS-63), paid leave (PS-69), reserve (PS-66). A cooperative
/// has none of these lines (CA-10): all rates are zero.
///
/// @param apport on the base pay
/// @param leave on base pay and apport
/// @param leavePaid paid each month with the gross, else set aside until leave is taken
/// @param reserve on the base pay, set aside
/// @param load employer charges set aside with each euro that is set aside
public record PayRules(Rate apport, Rate leave, boolean leavePaid, Rate reserve, Rate load) {

    public static final PayRules COOPERATIVE = new PayRules(Rate.ZERO, Rate.ZERO, false, Rate.ZERO, Rate.ZERO);

    /// @param load policy of the operator, 0 to about 48 %
    public static PayRules portage(Law law, boolean leavePaid, Rate load) {
        return new PayRules(
                law.rate("portage_apport_affaires"),
                law.rate("portage_paid_leave"),
                leavePaid,
                law.rate("portage_reserve_cdi"),
                load);
    }

    /// The parts that belong to a base pay, each rounded to the cent.
    public Parts partsOf(Money base) {
        var apportPay = share(base, apport);
        var leavePay = share(base.plus(apportPay), leave);
        return new Parts(
                base,
                apportPay,
                leavePaid ? leavePay : Money.ZERO,
                leavePaid ? Money.ZERO : loaded(leavePay),
                loaded(share(base, reserve)));
    }

    private Money loaded(Money sum) {
        return sum.plus(share(sum, load));
    }

    private static Money share(Money sum, Rate rate) {
        return sum.exact().times(rate).roundHalfUp();
    }

    /// @param leavePay paid with this month's gross
    /// @param leaveSetAside kept on the account for leave to come, with its employer charges
    /// @param reserve kept on the account (PS-66), with its employer charges
    public record Parts(Money base, Money apport, Money leavePay, Money leaveSetAside, Money reserve) {

        public Money gross() {
            return base.plus(apport).plus(leavePay);
        }

        public Money setAside() {
            return leaveSetAside.plus(reserve);
        }
    }
}
