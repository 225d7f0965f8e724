package org.passerelle.pay;

/// Everything but date and gross, read once and used for many months.
public final class PayTerms {

    private final EmployerTerms employer;
    private final WorkerTerms worker;

    final int headcount;
    final long versementMobilite;
    final long versementMobiliteRegional;
    final long atmp;
    final long premium;
    final long premiumEmployer;
    final boolean cadre;
    final boolean fixedTerm;
    final long hoursHundredths;
    final boolean equivalentHours;
    /// Of a forfait-jours, or 0.
    final int daysPerYear;

    final boolean shortContract;
    /// Percent of the headcount, in 10⁻⁹.
    final long alternantsShare;
    /// Personal withholding rate, or -1 for the neutral table.
    final long personalRate;

    private PayTerms(EmployerTerms employer, WorkerTerms worker) {
        this.employer = employer;
        this.worker = worker;
        headcount = employer.headcount();
        versementMobilite = Nanos.rate(employer.versementMobilite());
        versementMobiliteRegional = Nanos.rate(employer.versementMobiliteRegional());
        atmp = Nanos.rate(employer.atmp());
        premium = Nanos.of(employer.mutuelleMonthly());
        premiumEmployer = Nanos.times(premium, Nanos.rate(employer.mutuelleEmployerShare()));
        cadre = worker.cadre();
        fixedTerm = worker.fixedTerm();
        hoursHundredths = worker.hoursPerWeek().movePointRight(2).longValueExact();
        equivalentHours = worker.hoursBasis() == HoursBasis.EQUIVALENT;
        daysPerYear = worker.daysPerYear();
        shortContract = worker.shortContract();
        alternantsShare = employer.alternantsShare().percent().movePointRight(9).longValue();
        personalRate = switch (worker.withholding()) {
            case Withholding.Neutral _ -> -1;
            case Withholding.Personal(var rate) -> Nanos.rate(rate);
        };
        if (headcount < 0 || hoursHundredths <= 0)
            throw new IllegalArgumentException("headcount or hours out of range");
    }

    /// @throws ArithmeticException when a rate has more than five decimals of a percent, or the hours more than two
    public static PayTerms of(EmployerTerms employer, WorkerTerms worker) {
        return new PayTerms(employer, worker);
    }

    public EmployerTerms employer() {
        return employer;
    }

    public WorkerTerms worker() {
        return worker;
    }
}
