package org.passerelle.pay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Turns one lone month into the other, one kind of fact at a time, and notes what each step does to each line. What
/// then remains is the work of earlier months. So the reasons of a line add up to its difference, whatever happens.
final class Comparing {

    private static final Change.Reason[] REASONS = Change.Reason.values();

    private final Function<PayInput, Computation> alone;
    private final Payslip one;
    private final Payslip other;

    /// @param alone computes a month without memory
    Comparing(Function<PayInput, Computation> alone, Payslip one, Payslip other) {
        this.alone = alone;
        this.one = one;
        this.other = other;
    }

    Comparison compare() {
        var steps = new ArrayList<Computation>();
        var input = lasting(one.input());
        steps.add(alone.apply(input));
        for (var reason : REASONS) {
            if (reason == Change.Reason.REGULARISATION) break;
            input = step(reason, input, lasting(other.input()));
            steps.add(alone.apply(input));
        }
        var differences = new ArrayList<Difference>();
        for (var kind : LineKind.values()) {
            var difference = line(kind, steps);
            if (!difference.changes().isEmpty()) differences.add(difference);
        }
        return new Comparison(one, other, differences);
    }

    private static PayInput step(Change.Reason reason, PayInput from, PayInput to) {
        var employer = from.terms().employer();
        var worker = from.terms().worker();
        var newEmployer = to.terms().employer();
        var newWorker = to.terms().worker();
        return switch (reason) {
            case LAW -> new PayInput(to.date(), from.gross(), from.terms(), from.ceiling(), from.smic());
            case HEADCOUNT -> with(from, employer(newEmployer, employer, employer, employer), worker);
            case EMPLOYER_RATES -> with(from, employer(employer, newEmployer, employer, newEmployer), worker);
            case COVER -> with(from, employer(employer, employer, newEmployer, employer), worker);
            case CADRE -> with(from, employer, worker(newWorker, worker, worker));
            case FIXED_TERM -> with(from, employer, worker(worker, newWorker, worker));
            case TIME -> with(from, employer, worker(worker, worker, newWorker));
            case DAYS -> new PayInput(from.date(), from.gross(), from.terms(), to.ceiling(), to.smic());
            case BASE -> from.withGross(to.gross());
            case REGULARISATION -> from;
        };
    }

    private static EmployerTerms employer(
            EmployerTerms headcount, EmployerTerms rates, EmployerTerms cover, EmployerTerms workStudy) {
        return new EmployerTerms(
                headcount.headcount(),
                rates.versementMobilite(),
                rates.atmp(),
                cover.mutuelleMonthly(),
                cover.mutuelleEmployerShare(),
                workStudy.alternantsShare(),
                rates.versementMobiliteRegional());
    }

    private static WorkerTerms worker(WorkerTerms status, WorkerTerms length, WorkerTerms time) {
        return new WorkerTerms(
                status.cadre(),
                length.fixedTerm(),
                time.hoursPerWeek(),
                time.hoursBasis(),
                status.withholding(),
                status.zone(),
                time.daysPerYear(),
                false);
    }

    /// The abatement of short contracts touches no line, and its amount is not known for every day.
    private static PayInput lasting(PayInput input) {
        var worker = input.terms().worker();
        return with(input, input.terms().employer(), worker(worker, worker, worker));
    }

    private static PayInput with(PayInput input, EmployerTerms employer, WorkerTerms worker) {
        return new PayInput(input.date(), input.gross(), PayTerms.of(employer, worker), input.ceiling(), input.smic());
    }

    private Difference line(LineKind kind, List<Computation> steps) {
        int i = kind.ordinal();
        var changes = new ArrayList<Change>();
        for (int s = 1; s < steps.size(); s++) {
            add(
                    changes,
                    REASONS[s - 1],
                    steps.get(s).employer[i] - steps.get(s - 1).employer[i],
                    steps.get(s).employee[i] - steps.get(s - 1).employee[i]);
        }
        var first = steps.getFirst();
        var last = steps.getLast();
        long oneEmployer = one.employerNanos(kind);
        long oneEmployee = one.employeeNanos(kind);
        long otherEmployer = other.employerNanos(kind);
        long otherEmployee = other.employeeNanos(kind);
        add(
                changes,
                Change.Reason.REGULARISATION,
                otherEmployer - last.employer[i] - (oneEmployer - first.employer[i]),
                otherEmployee - last.employee[i] - (oneEmployee - first.employee[i]));
        var before = parts(kind, steps.get(0));
        var after = parts(kind, steps.get(1));
        return new Difference(
                kind,
                oneEmployer,
                oneEmployee,
                otherEmployer,
                otherEmployee,
                after.stream().filter(part -> !before.contains(part)).toList(),
                before.stream().filter(part -> isGone(part, after)).toList(),
                changes);
    }

    private static boolean isGone(Part part, List<Part> after) {
        return after.stream().noneMatch(other -> other.parameter().equals(part.parameter()));
    }

    private static List<Part> parts(LineKind kind, Computation month) {
        if (kind == LineKind.REDUCTION_GENERALE && !month.plan.reduces()) return List.of();
        return month.plan.rule(kind, month.terms).parts();
    }

    private static void add(List<Change> changes, Change.Reason reason, long employer, long employee) {
        if (employer != 0 || employee != 0) changes.add(new Change(reason, employer, employee));
    }
}
