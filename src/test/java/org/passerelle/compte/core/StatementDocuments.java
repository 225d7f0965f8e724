package org.passerelle.compte.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.passerelle.compte.core.StatementDocument.CategorySum;
import org.passerelle.compte.core.StatementDocument.Guarantor;
import org.passerelle.compte.core.StatementDocument.Movement;
import org.passerelle.compte.core.StatementDocument.Operator;
import org.passerelle.compte.core.StatementDocument.Worker;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.PostalAddress;

/// Statements to test with. Nobody in them exists.
@NullMarked
public final class StatementDocuments {

    private StatementDocuments() {}

    public static StatementDocument october() {
        return of(List.of(
                movement(5, "Règlement FA-2026-0042, Fabrique du Nord", "Encaissement", "", "5100.00"),
                movement(5, "Frais de gestion", "Frais de gestion", "Contrat de travail, art. 7", "-255.00"),
                movement(12, "Train Grenoble–Lille, mission M-014", "Frais professionnels", "Annexe 2", "-143.20"),
                movement(31, "Salaire brut d’octobre", "Salaire brut", "Contrat de travail, art. 5", "-2900.00"),
                movement(
                        31,
                        "Cotisations patronales",
                        "Cotisations patronales",
                        "Contrat de travail, art. 6",
                        "-1240.11"),
                movement(31, "Taxes sur salaires", "Taxes", "Contrat de travail, art. 6", "-61.40"),
                movement(31, "Mise en réserve", "Provision", "Convention collective, art. 21.2", "-290.00")));
    }

    public static StatementDocument quiet() {
        return of(List.of());
    }

    public static StatementDocument busy() {
        var many = new ArrayList<Movement>();
        for (int i = 0; i < 90; i++) {
            many.add(movement(
                    1 + i / 3, "Règlement partiel n° " + i, "Encaissement", i % 4 == 0 ? "Annexe 2" : "", "12.34"));
        }
        return of(many);
    }

    private static StatementDocument of(List<Movement> movements) {
        var opening = Money.of("812.44");
        var end = movements.stream().map(Movement::amount).reduce(opening, Money::plus);
        return new StatementDocument(
                Instant.parse("2026-11-02T08:00:00Z"),
                new Operator(
                        "Portage des Vallées",
                        new PostalAddress("14 avenue du Pont", "", "38000", "Grenoble", "FR"),
                        "SIRET 552 081 317 66522"),
                new Worker(
                        "P-007",
                        "Amandine Roussel-Kerbrat",
                        new PostalAddress("12 bis rue des Tanneurs", "Résidence Les Lilas", "38100", "Grenoble", "FR")),
                Month.of(2026, 10),
                LocalDate.of(2026, 11, 2),
                opening,
                movements,
                end,
                Money.of("2480.00"),
                Money.of("633.90"),
                movements.isEmpty()
                        ? List.of()
                        : List.of(
                                new CategorySum("Règlements des clients (HT)", Money.of("5100.00")),
                                new CategorySum("Frais de gestion", Money.of("-255.00")),
                                new CategorySum("Frais professionnels", Money.of("-143.20")),
                                new CategorySum("Prélèvements sociaux et fiscaux", Money.of("-1301.51")),
                                new CategorySum("Rémunération nette", Money.of("-2262.18")),
                                new CategorySum("Apport d’affaires", Money.of("138.10"))),
                movements.isEmpty() ? "" : "5,00\u00A0%",
                new Guarantor(
                        "Caution Exemple SA",
                        "5 boulevard des Garants, 75008 Paris",
                        "article L1254-26 I du code du travail",
                        new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))),
                List.of("Information mensuelle due au salarié porté (art. L1254-25 du code du travail)."));
    }

    private static Movement movement(int day, String label, String category, String clause, String amount) {
        return new Movement(LocalDate.of(2026, 10, day), label, category, clause, Money.of(amount));
    }
}
