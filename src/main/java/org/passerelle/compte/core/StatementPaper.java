package org.passerelle.compte.core;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.compte.AccountMovement;
import org.passerelle.compte.ActivityAccount;
import org.passerelle.compte.Category;
import org.passerelle.compte.Pocket;
import org.passerelle.documents.pdf.French;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Law;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;

/// From an account to its statement of a month (PS-60): the movements of the month, and what is left at its end.
public final class StatementPaper {

    private StatementPaper() {}

    /// @param on the day on which the statement is drawn up
    public static StatementDocument of(
            ActivityAccount account,
            Operator operator,
            Person person,
            Month month,
            LocalDate on,
            Instant createdAt,
            Law law) {
        var ofMonth = account.movements().stream()
                .filter(m -> m.pocket() == Pocket.AVAILABLE && month.contains(m.date()))
                .toList();
        var opening = at(account, Pocket.AVAILABLE, month.firstDay().minusDays(1));
        return new StatementDocument(
                createdAt,
                new StatementDocument.Operator(
                        operator.name(),
                        operator.address(),
                        "SIRET " + operator.siret().value() + " – RCS " + operator.rcsCity()),
                new StatementDocument.Worker(person.code(), person.name(), person.address()),
                month,
                on,
                opening,
                ofMonth.stream().map(m -> movement(m, operator.isCooperative())).toList(),
                at(account, Pocket.AVAILABLE, month.lastDay()),
                at(account, Pocket.RESERVE, month.lastDay()),
                at(account, Pocket.LEAVE, month.lastDay()),
                sums(ofMonth, operator),
                allInCost(ofMonth),
                guarantor(operator, law),
                advanced(at(account, Pocket.ADVANCE, month.lastDay())));
    }

    private static List<String> advanced(Money advance) {
        if (advance.isZero()) return List.of();
        return List.of("Avance sur factures non encaissées, à reprendre sur les prochains encaissements\u00A0: "
                + French.money(advance.negated()) + ".");
    }

    /// As the reader should read it.
    public static String name(Category category, boolean cooperative) {
        return switch (category) {
            case ENCAISSEMENT -> "Encaissements HT";
            case FRAIS_DE_GESTION -> cooperative ? "Contribution coopérative" : "Frais de gestion";
            case SALAIRE_BRUT -> "Salaire brut";
            case COTISATION_PATRONALE -> "Cotisations patronales";
            case TAXE -> "Taxes sur salaires";
            case FRAIS_PRO -> "Frais professionnels";
            case PROVISION -> "Provisions";
            case AVANCE -> "Avances et reprises";
            case AUTRE_CHARGE -> "Autres charges";
        };
    }

    private static Money at(ActivityAccount account, Pocket pocket, LocalDate day) {
        return account.movements().stream()
                .filter(m -> m.pocket() == pocket && !m.date().isAfter(day))
                .map(AccountMovement::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private static StatementDocument.Movement movement(AccountMovement m, boolean cooperative) {
        return new StatementDocument.Movement(
                m.date(),
                m.label(),
                name(m.category(), cooperative),
                m.clause() == null || m.clause().matches("[A-Z]{2,3}-[0-9]{1,3}[a-z]?") ? "" : m.clause(),
                m.amount());
    }

    private static List<StatementDocument.CategorySum> sums(List<AccountMovement> ofMonth, Operator operator) {
        var sums = new LinkedHashMap<Category, Money>();
        for (Category category : Category.values()) {
            ofMonth.stream()
                    .filter(m -> m.category() == category)
                    .forEach(m -> sums.merge(category, m.amount(), Money::plus));
        }
        var rows = new ArrayList<StatementDocument.CategorySum>();
        sums.forEach((category, sum) ->
                rows.add(new StatementDocument.CategorySum(name(category, operator.isCooperative()), sum)));
        return rows;
    }

    /// (fees + other charges) / collected (PS-62), to a tenth of a percent; empty when nothing was collected.
    private static String allInCost(List<AccountMovement> ofMonth) {
        var collected = sum(ofMonth, Category.ENCAISSEMENT);
        if (!collected.isPositive()) return "";
        var costs = sum(ofMonth, Category.FRAIS_DE_GESTION)
                .plus(sum(ofMonth, Category.AUTRE_CHARGE))
                .negated();
        var rate = new Rate(costs.toBigDecimal().divide(collected.toBigDecimal(), 3, RoundingMode.HALF_UP));
        return rate.toString().replace('.', ',') + "\u00A0%";
    }

    private static Money sum(List<AccountMovement> movements, Category category) {
        return movements.stream()
                .filter(m -> m.category() == category)
                .map(AccountMovement::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private static StatementDocument.@Nullable Guarantor guarantor(Operator operator, Law law) {
        var guarantee = operator.guarantee();
        if (guarantee == null) return null;
        return new StatementDocument.Guarantor(
                guarantee.guarantor(),
                guarantee.address().oneLine(),
                law.text("portage_guarantor_reference"),
                new DateRange(guarantee.validFrom(), guarantee.validUntil()));
    }
}
