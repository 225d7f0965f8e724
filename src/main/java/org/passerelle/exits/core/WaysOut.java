package org.passerelle.exits.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.deadlines.core.Trial;
import org.passerelle.exits.Exit;
import org.passerelle.exits.Leaving;
import org.passerelle.exits.Way;
import org.passerelle.frames.Contracts;
import org.passerelle.frames.Sums;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Delays;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;
import org.passerelle.law.WorkingDays;
import org.passerelle.operators.Policies;
import org.passerelle.pay.ContractEnd;
import org.passerelle.people.ContractKind;

/// Days, money and papers of each way out of a contract.
public final class WaysOut {

    private static final int YEAR_MONTHS = 12;
    private static final int LAST_MONTHS = 3;

    private final Leaving leaving;
    private final Leaving.Wish wish;
    private final Policies policies;
    private final WorkingDays days;
    private final Law law;
    private final List<Exit.Step> steps = new ArrayList<>();
    private final List<Exit.Sum> sums = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private WaysOut(Leaving leaving, Leaving.Wish wish, Policies policies, WorkingDays days, Law law) {
        this.leaving = leaving;
        this.wish = wish;
        this.policies = policies;
        this.days = days;
        this.law = law;
    }

    /// @param today the law is that of the day on which it begins, of today for one to come
    /// @throws IllegalArgumentException when the contract cannot end that way at all ([Way#suits])
    public static Exit of(
            Leaving leaving, Leaving.Wish wish, Policies policies, WorkingDays days, LocalDate today, Laws laws) {
        if (!wish.way().suits(leaving.employment().kind())) {
            throw new IllegalArgumentException(
                    wish.way() + " of a " + leaving.employment().kind());
        }
        var law = laws.on(wish.start().isBefore(today) ? wish.start() : today);
        if (!law.covers("article_UN-04")) law = laws.on(today);
        return new WaysOut(leaving, wish, policies, days, law).exit();
    }

    private Exit exit() {
        var end = switch (wish.way()) {
            case RESIGNATION -> resignation();
            case TRIAL_BY_ENTITY, TRIAL_BY_WORKER -> trial();
            case TERM -> term();
            case AGREED -> agreed();
            case BY_LAW -> byLaw();
        };
        if (end != null) {
            step("end", end, article(wish.way()));
            money(end);
        }
        var papers = end == null
                ? List.<String>of()
                : List.of("certificate", "receipt", "employer_statement", "cover", "payslip");
        return new Exit(wish.way(), end, steps, sums, findings, papers);
    }

    // UN-03: the law sets no length; contract, agreement or usage does (L1237-1)
    private LocalDate resignation() {
        step("told", wish.start(), law.text("article_UN-03"));
        find("UN-03", "resignation", Severity.WARN, Map.of());
        return wish.start().plusDays(wish.noticeDays());
    }

    // PS-49, PS-50, CA-04
    private @Nullable LocalDate trial() {
        var employment = leaving.employment();
        var entry = employment.entry();
        var last = lastDayOfTrial();
        if (last == null || wish.start().isAfter(last) || wish.start().isBefore(entry)) {
            find(ruleOfTrial(), "exit", Severity.REFUSE, Map.of("last", String.valueOf(last == null ? entry : last)));
            return null;
        }
        step("told", wish.start(), article(wish.way()));
        step("trial_end", last, article(wish.way()));
        boolean byEntity = wish.way() == Way.TRIAL_BY_ENTITY;
        var afterNotice = byEntity
                ? Trial.lastDayOfNotice(entry, wish.start(), law)
                : Trial.lastDayOfWorkersNotice(entry, wish.start(), law);
        step("notice", afterNotice, article(wish.way()));
        if (!byEntity) find("UN-03", "resignation", Severity.WARN, Map.of());
        if (byEntity && afterNotice.isAfter(last)) {
            find("PS-49", "exit_notice", Severity.WARN, Map.of("last", last.toString()));
        }
        return afterNotice.isAfter(last) ? last : afterNotice;
    }

    private @Nullable LocalDate lastDayOfTrial() {
        var employment = leaving.employment();
        var entry = employment.entry();
        return switch (employment.kind()) {
            case CDI -> {
                int months = law.number(employment.cadre() ? "PS_TRIAL_CADRE_MONTHS" : "PS_TRIAL_TECHNICIAN_MONTHS");
                yield Trial.lastDay(
                        entry, leaving.trialRenewed() ? months * (1 + law.number("TRIAL_RENEWALS")) : months);
            }
            case CDD -> employment.exit() == null ? null : Trial.lastDayOfFixedTerm(entry, employment.exit(), law);
            case CESA -> {
                int months = Contracts.longestTrialMonths(leaving.earlier(), law);
                yield months == 0 ? null : Trial.lastDay(entry, months);
            }
            case CAPE, MANDATE -> null;
        };
    }

    // PS-51, PS-43
    private LocalDate term() {
        var employment = leaving.employment();
        var exit = employment.exit();
        var longest = Trial.lastDay(employment.entry(), law.number("CDD_MAX_MONTHS"));
        if (exit == null) find("PS-43", "exit", Severity.INFO, Map.of("longest", longest.toString()));
        return exit == null ? longest : exit;
    }

    // UN-04, T15
    private @Nullable LocalDate agreed() {
        var article = law.text("article_UN-04");
        var withdrawal = Delays.lastWithdrawal(wish.start(), law);
        var earliest = withdrawal.plusDays(1);
        var received = wish.received() == null ? earliest : wish.received();
        step("signed", wish.start(), article);
        step("withdrawal", withdrawal, article);
        if (received.isBefore(earliest)) {
            find("UN-04", "exit_early", Severity.REFUSE, Map.of("earliest", earliest.toString()));
            return null;
        }
        step("request", received, article);
        step("approval", Delays.tacitApproval(received, days, law), article);
        return Delays.earliestEnd(received, days, law);
    }

    // CA-03, UN-10
    private LocalDate byLaw() {
        var deadline = Contracts.associationDeadline(leaving.employment().entry(), leaving.earlier(), law);
        find("CA-03", "exit", Severity.WARN, Map.of());
        return deadline;
    }

    private void money(LocalDate end) {
        var gross = leaving.grosses().stream().reduce(Money.ZERO, Money::plus);
        // An agreed ending owes at least the legal indemnity of dismissal (UN-04, UN-05).
        if (wish.way() == Way.AGREED) {
            int months = Math.toIntExact(Math.max(
                    0,
                    Period.between(leaving.employment().entry(), end.plusDays(1))
                            .toTotalMonths()));
            var reference = referencePay();
            sums.add(new Exit.Sum(
                    "agreed",
                    Sums.dismissalIndemnity(reference, months, law),
                    law.text("article_UN-05"),
                    true,
                    Map.of("reference", reference.toBigDecimal().toPlainString() + " EUR", "months", "" + months)));
        }
        if (wish.way() == Way.TERM) {
            var indemnity = wish.openEndedFollows() ? Money.ZERO : ContractEnd.ofFixedTerm(law, gross);
            sums.add(new Exit.Sum(
                    "term",
                    indemnity,
                    law.text("article_PS-51"),
                    false,
                    Map.of("gross", gross.toBigDecimal().toPlainString() + " EUR")));
        }
        pocket("leave", leaving.leave(), "article_PS-51");
        if (leaving.employment().kind() != ContractKind.CESA) pocket("reserve", leaving.reserve(), "article_PS-66");
        sums.add(new Exit.Sum("available", leaving.available(), law.text("article_PS-66"), false, Map.of()));
        if (leaving.available().isNegative()) find("PS-66", "exit_negative", Severity.WARN, Map.of());
    }

    /// What lies in a pocket holds the employer's charges set aside with it (PS-66); the worker's gross is less.
    private void pocket(String code, Money held, String article) {
        if (!held.isPositive()) return;
        var loaded = BigDecimal.ONE.add(policies.reserveLoad().ratio());
        var gross = Money.of(held.toBigDecimal().divide(loaded, 2, RoundingMode.HALF_UP));
        sums.add(new Exit.Sum(
                code,
                gross,
                law.text(article),
                false,
                Map.of("held", held.toBigDecimal().toPlainString() + " EUR")));
    }

    /// The better of the average of the last twelve months (of all, when fewer) and of the last three (R1234-4).
    /// Interpretation: months without a payslip are left out of the average, which never gives the worker less.
    private Money referencePay() {
        return average(YEAR_MONTHS).max(average(LAST_MONTHS));
    }

    private Money average(int months) {
        var grosses = leaving.grosses();
        var last = grosses.subList(Math.max(0, grosses.size() - months), grosses.size());
        if (last.isEmpty()) return Money.ZERO;
        var sum = last.stream().reduce(Money.ZERO, Money::plus);
        return Money.of(sum.toBigDecimal().divide(BigDecimal.valueOf(last.size()), 2, RoundingMode.HALF_UP));
    }

    private String ruleOfTrial() {
        return switch (leaving.employment().kind()) {
            case CDD -> "PS-50";
            case CESA -> "CA-04";
            default -> "PS-49";
        };
    }

    private String article(Way way) {
        return switch (way) {
            case RESIGNATION -> law.text("article_UN-03");
            case TRIAL_BY_ENTITY, TRIAL_BY_WORKER -> law.text("article_" + ruleOfTrial());
            case TERM -> law.text("article_PS-51");
            case AGREED -> law.text("article_UN-04");
            case BY_LAW -> law.text("article_CA-03");
        };
    }

    private void step(String code, LocalDate day, String article) {
        steps.add(new Exit.Step(code, day, article));
    }

    private void find(String rule, String variant, Severity severity, Map<String, String> data) {
        findings.add(new Finding(rule, variant, severity, law.text("article_" + rule), data, Map.of(), law.day()));
    }
}
