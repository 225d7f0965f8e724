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
/// @param reserve set aside
/// @param reserveOnGross the reserve is a share of all pay: what will end a fixed-term contract (PS-66); else of the
///     base pay
/// @param load employer charges set aside with each euro that is set aside
public record PayRules(Rate apport, Rate leave, boolean leavePaid, Rate reserve, boolean reserveOnGross, Rate load) {

    public static final PayRules COOPERATIVE = new PayRules(Rate.ZERO, Rate.ZERO, false, Rate.ZERO, false, Rate.ZERO);

    /// @param load policy of the operator, 0 to about 48 %
    public static PayRules portage(Law law, boolean leavePaid, Rate load) {
        return new PayRules(
                law.rate("portage_apport_affaires"),
                law.rate("portage_paid_leave"),
                leavePaid,
                law.rate("portage_reserve_cdi"),
                false,
                load);
    }

    /// The same for a fixed-term contract: what is set aside is what its end will cost, a share of all its pay.
    public PayRules ofFixedTerm(Law law) {
        return new PayRules(apport, leave, leavePaid, law.rate("portage_cdd_end"), true, load);
    }

    /// The same in the last month of a contract: nothing is set aside any more, leave is paid with the gross.
    public PayRules atTheEnd() {
        return new PayRules(apport, leave, true, Rate.ZERO, reserveOnGross, load);
    }

    /// The same with nothing set aside as reserve: in the month that gives it back.
    public PayRules withoutReserve() {
        return new PayRules(apport, leave, leavePaid, Rate.ZERO, reserveOnGross, load);
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
                loaded(share(
                        reserveOnGross ? base.plus(apportPay).plus(leavePaid ? leavePay : Money.ZERO) : base,
                        reserve)));
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
