package org.passerelle.cli.month;

import java.util.EnumMap;
import java.util.Map;
import org.passerelle.compte.ActivityAccount;
import org.passerelle.compte.Category;
import org.passerelle.compte.Pocket;
import org.passerelle.kernel.Money;

/// Where each euro of a worker went. Collected less fee less everything allocated is the balance, to the cent.
///
/// @param collected client money received, without VAT
/// @param fee management fee or contribution
/// @param allocations what else the disponible bore, by category
/// @param balance the disponible that stays
/// @param reserve set aside (901200)
/// @param leave set aside for paid leave (901300)
record Balance(
        Money collected, Money fee, Map<Category, Money> allocations, Money balance, Money reserve, Money leave) {

    static final Balance ZERO =
            new Balance(Money.ZERO, Money.ZERO, new EnumMap<>(Category.class), Money.ZERO, Money.ZERO, Money.ZERO);

    Balance {
        var sum = allocations.values().stream().reduce(Money.ZERO, Money::plus);
        if (!collected.minus(fee).minus(sum).equals(balance)) {
            throw new IllegalStateException(collected + " - " + fee + " - " + sum + " is not " + balance);
        }
    }

    static Balance of(ActivityAccount account) {
        var allocations = new EnumMap<Category, Money>(Category.class);
        var collected = Money.ZERO;
        var fee = Money.ZERO;
        for (var movement : account.movements()) {
            if (movement.pocket() != Pocket.AVAILABLE) continue;
            switch (movement.category()) {
                case ENCAISSEMENT -> collected = collected.plus(movement.amount());
                case FRAIS_DE_GESTION -> fee = fee.minus(movement.amount());
                case SALAIRE_BRUT, COTISATION_PATRONALE, TAXE, FRAIS_PRO, PROVISION, AVANCE, AUTRE_CHARGE ->
                    allocations.merge(movement.category(), movement.amount().negated(), Money::plus);
            }
        }
        return new Balance(collected, fee, allocations, account.available(), account.reserve(), account.leave());
    }

    Balance plus(Balance other) {
        var sums = new EnumMap<Category, Money>(Category.class);
        sums.putAll(allocations);
        other.allocations.forEach((category, money) -> sums.merge(category, money, Money::plus));
        return new Balance(
                collected.plus(other.collected),
                fee.plus(other.fee),
                sums,
                balance.plus(other.balance),
                reserve.plus(other.reserve),
                leave.plus(other.leave));
    }
}
