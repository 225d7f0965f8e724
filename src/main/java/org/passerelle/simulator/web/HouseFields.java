package org.passerelle.simulator.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Rate;
import org.passerelle.operators.FeeModel;
import org.passerelle.pay.EmployerTerms;
import org.passerelle.people.PayStep;
import org.passerelle.platform.web.Field;
import org.passerelle.simulator.core.Employee;
import org.passerelle.simulator.core.Hypotheses;
import org.passerelle.simulator.core.Micro;

/// The details that every simulator of pay asks for in the same words: the house, the worker, the independent.
///
/// @param fee what the operator keeps
/// @param month the day's month
record HouseFields(
        FeeModel fee, Employee portage, Employee cooperative, Micro.Activity activity, boolean acre, Month month) {

    static final String FEE = "modele";

    private static final Hypotheses H = Hypotheses.standard();
    static final String[] DETAILS = {
        "taux",
        "forfait",
        "plafond",
        "statut",
        "niveau",
        "conges",
        "charge",
        "effectif",
        "mobilite",
        "atmp",
        "mutuelle",
        "activite",
        "acre",
        "le"
    };

    static HouseFields read(Inputs in, LocalDate today) {
        var model = in.choice(FEE, "dix", "quinze", "forfait", "plafond", "taux");
        var rate = in.rate("taux", H.rate("fee_low"), "50");
        var flat = in.money("forfait", H.money("fee_flat"), Money.of("0.01"), Money.of("5000"));
        var cap = in.money("plafond", H.money("fee_cap"), Money.of("0.01"), Money.of("5000"));
        var fee = switch (model) {
            case "quinze" -> new FeeModel.Percent(H.rate("fee_high"));
            case "forfait" -> new FeeModel.FlatMonthly(flat);
            case "plafond" -> new FeeModel.Capped(rate, cap);
            case "taux" -> new FeeModel.Percent(rate);
            default -> new FeeModel.Percent(H.rate("fee_low"));
        };
        boolean cadre = in.choice("statut", "cadre", "noncadre").equals("cadre");
        var step = switch (in.choice("niveau", "junior", "premier", "senior", "expert")) {
            case "premier" -> PayStep.PREMIER_NIVEAU;
            case "senior" -> PayStep.SENIOR;
            case "expert" -> PayStep.EXPERT;
            default -> PayStep.JUNIOR;
        };
        boolean leavePaid = in.choice("conges", "mois", "provision").equals("mois");
        var load = in.rate("charge", H.rate("reserve_load"), "100");
        var house = house(in);
        var activity = Micro.Activity.valueOf(in.choice("activite", "liberal", "cipav", "services", "craft", "sales")
                .toUpperCase(Locale.ROOT));
        boolean acre = in.choice("acre", "non", "oui").equals("oui");
        var day = in.day("le");
        return new HouseFields(
                fee,
                Employee.inPortage(cadre, house, leavePaid, load, step),
                Employee.inCooperative(cadre, house),
                activity,
                acre,
                Month.containing(day == null ? today : day));
    }

    static EmployerTerms house(Inputs in) {
        return new EmployerTerms(
                in.whole("effectif", H.number("headcount").intValueExact(), 1, 100_000),
                in.rate("mobilite", H.rate("versement_mobilite"), "4"),
                in.rate("atmp", H.rate("atmp"), "30"),
                in.money("mutuelle", H.money("mutuelle"), Money.of("1000")),
                H.rate("mutuelle_employer_share"),
                H.rate("alternants"));
    }

    static List<Field> details(Inputs in) {
        return in.fields(DETAILS);
    }

    /// The fees that are always shown beside each other, by the word of the form.
    static List<FeeModel> compared() {
        return List.of(
                new FeeModel.Percent(H.rate("fee_low")),
                new FeeModel.Percent(H.rate("fee_high")),
                new FeeModel.FlatMonthly(H.money("fee_flat")),
                new FeeModel.Capped(H.rate("fee_capped_rate"), H.money("fee_cap")));
    }

    static Rate low() {
        return H.rate("fee_low");
    }

    static Rate high() {
        return H.rate("fee_high");
    }

    static Money flat() {
        return H.money("fee_flat");
    }
}
