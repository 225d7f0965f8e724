package org.passerelle.simulator.core;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;

/// A micro-entreprise: contributions are a share of what was collected, expenses lower nothing (ME-01, ME-04, ME-06).
///
/// @param turnover of the months together, without VAT
/// @param social contributions after ACRE
/// @param training contribution à la formation professionnelle
/// @param fee of a mandatary (portage entrepreneurial), or nothing
/// @param taxable share of the turnover that bears income tax (ME-07)
public record Micro(
        Money turnover, Money expenses, Money fee, Money social, Money training, Money taxable, List<Mark> marks) {

    public Micro {
        marks = List.copyOf(marks);
    }

    /// What remains before income tax; negative when expenses and fee are more than that.
    public Money net() {
        return turnover.minus(expenses).minus(fee).minus(social).minus(training);
    }

    /// What is sold decides the rates (ME-04).
    public enum Activity {
        LIBERAL("micro_social_services_bnc", "micro_cfp_liberal", "services_bnc", "services"),
        CIPAV("micro_social_services_cipav", "micro_cfp_liberal", "services_bnc", "services"),
        SERVICES("micro_social_services_bic", "micro_cfp_commerce", "services_bic", "services"),
        CRAFT("micro_social_services_bic", "micro_cfp_craft", "services_bic", "services"),
        SALES("micro_social_sales", "micro_cfp_commerce", "sales", "sales");

        private final String social;
        private final String training;
        private final String allowance;
        private final String limit;

        Activity(String social, String training, String allowance, String limit) {
            this.social = social;
            this.training = training;
            this.allowance = "micro_tax_allowance_" + allowance;
            this.limit = limit;
        }

        public String social() {
            return social;
        }

        public String training() {
            return training;
        }

        public String allowance() {
            return allowance;
        }

        public String ceiling() {
            return "micro_turnover_cap_" + limit;
        }

        public String franchise() {
            return "vat_franchise_" + limit;
        }

        public String franchiseTolerance() {
            return "vat_franchise_" + limit + "_tolerance";
        }
    }

    /// Rate on the turnover, ACRE taken off.
    public static Rate socialRate(Law law, Activity activity, boolean acre) {
        var rate = law.rate(activity.social);
        if (!acre) return rate;
        var kept = java.math.BigDecimal.ONE.subtract(law.rate("micro_acre_cut").ratio());
        return new Rate(rate.ratio().multiply(kept));
    }

    /// One month.
    ///
    /// @param acre granted for an activity that began under this law
    public static Micro month(Law law, Activity activity, boolean acre, Money turnover, Money expenses, Money fee) {
        return new Micro(
                turnover,
                expenses,
                fee,
                turnover.exact().times(socialRate(law, activity, acre)).roundHalfUp(),
                turnover.exact().times(law.rate(activity.training)).roundHalfUp(),
                turnover.minus(
                        turnover.exact().times(law.rate(activity.allowance)).roundHalfUp()),
                List.of());
    }

    /// A month of a year, which knows what was collected since January.
    static Micro month(
            Law law,
            Activity activity,
            boolean acre,
            Money turnover,
            Money expenses,
            Money fee,
            Money collectedBefore) {
        var month = month(law, activity, acre, turnover, expenses, fee);
        return new Micro(
                month.turnover,
                month.expenses,
                month.fee,
                month.social,
                month.training,
                month.taxable,
                Marks.ofMicro(law, activity, collectedBefore, collectedBefore.plus(turnover)));
    }

    /// The months of the plans one by one, each with the rates of its last day.
    ///
    /// @param fees of a mandatary by month, same order, or empty
    public static List<Micro> live(
            Laws laws, Activity activity, boolean acre, List<MonthPlan> plans, List<Money> fees) {
        var months = new ArrayList<Micro>(plans.size());
        var collected = Money.ZERO;
        for (int i = 0; i < plans.size(); i++) {
            var plan = plans.get(i);
            var law = laws.on(plan.month().lastDay());
            var fee = fees.isEmpty() ? Money.ZERO : fees.get(i);
            months.add(month(law, activity, acre, plan.turnover(), plan.expenses(), fee, collected));
            collected = collected.plus(plan.turnover());
        }
        return months;
    }

    public static Micro sum(List<Micro> months) {
        var turnover = Money.ZERO;
        var expenses = Money.ZERO;
        var fee = Money.ZERO;
        var social = Money.ZERO;
        var training = Money.ZERO;
        var taxable = Money.ZERO;
        var marks = new ArrayList<Mark>();
        for (var month : months) {
            turnover = turnover.plus(month.turnover);
            expenses = expenses.plus(month.expenses);
            fee = fee.plus(month.fee);
            social = social.plus(month.social);
            training = training.plus(month.training);
            taxable = taxable.plus(month.taxable);
            marks.addAll(month.marks);
        }
        return new Micro(turnover, expenses, fee, social, training, taxable, marks);
    }

    /// Twelve months of the year of a month, all alike.
    static List<Month> yearOf(Month month) {
        var months = new ArrayList<Month>(12);
        for (int m = 1; m <= 12; m++) months.add(Month.of(month.year(), m));
        return months;
    }
}
