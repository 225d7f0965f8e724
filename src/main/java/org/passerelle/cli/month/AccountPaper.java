package org.passerelle.cli.month;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.compte.AccountMovement;
import org.passerelle.compte.ActivityAccount;
import org.passerelle.compte.Category;
import org.passerelle.compte.Pocket;
import org.passerelle.compte.core.StatementDocument;
import org.passerelle.compte.core.StatementPage;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;

/// The monthly statement of an activity account (PS-60), as a PDF in French.
final class AccountPaper {

    private static final Texts FRENCH = Texts.in(Language.FR);

    private AccountPaper() {}

    static byte[] pdf(
            Operator operator, Person person, Month month, LocalDate day, Instant now, ActivityAccount account) {
        var movements = new ArrayList<StatementDocument.Movement>();
        for (var movement : account.movements()) {
            if (movement.pocket() == Pocket.AVAILABLE) movements.add(movement(movement));
        }
        var balance = Balance.of(account);
        return StatementPage.render(new StatementDocument(
                now,
                new StatementDocument.Operator(
                        operator.name(),
                        operator.address(),
                        "SIRET " + operator.siret() + " – RCS " + operator.rcsCity()),
                new StatementDocument.Worker(person.code(), person.name(), person.address()),
                month,
                day,
                Money.ZERO,
                movements,
                account.available(),
                account.reserve(),
                account.leave(),
                sums(balance),
                share(balance),
                guarantor(operator),
                List.of()));
    }

    private static StatementDocument.Movement movement(AccountMovement movement) {
        var clause = movement.clause();
        return new StatementDocument.Movement(
                movement.date(),
                movement.label(),
                name(movement.category()),
                clause == null ? "" : clause,
                movement.amount());
    }

    private static String name(Category category) {
        return FRENCH.localize("month.category." + category.name());
    }

    private static List<StatementDocument.CategorySum> sums(Balance balance) {
        var sums = new ArrayList<StatementDocument.CategorySum>();
        sums.add(new StatementDocument.CategorySum(name(Category.ENCAISSEMENT), balance.collected()));
        sums.add(new StatementDocument.CategorySum(
                name(Category.FRAIS_DE_GESTION), balance.fee().negated()));
        balance.allocations()
                .forEach((category, money) ->
                        sums.add(new StatementDocument.CategorySum(name(category), money.negated())));
        return sums;
    }

    /// Fee and other charges as a share of what was collected (PS-62).
    private static String share(Balance balance) {
        if (!balance.collected().isPositive()) return "–";
        var charges = balance.fee().plus(balance.allocations().getOrDefault(Category.AUTRE_CHARGE, Money.ZERO));
        var percent = charges.toBigDecimal()
                .movePointRight(2)
                .divide(balance.collected().toBigDecimal(), 2, RoundingMode.HALF_UP);
        return percent.toPlainString().replace('.', ',') + " %";
    }

    private static StatementDocument.@Nullable Guarantor guarantor(Operator operator) {
        var guarantee = operator.guarantee();
        if (guarantee == null) return null;
        return new StatementDocument.Guarantor(
                guarantee.guarantor(),
                guarantee.address().oneLine(),
                "article L1254-26 I du code du travail",
                new DateRange(guarantee.validFrom(), guarantee.validUntil()));
    }
}
