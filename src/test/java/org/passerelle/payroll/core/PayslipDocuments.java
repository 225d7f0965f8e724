package org.passerelle.payroll.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Nir;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.Siret;
import org.passerelle.payroll.core.PayslipDocument.Contribution;
import org.passerelle.payroll.core.PayslipDocument.Earning;
import org.passerelle.payroll.core.PayslipDocument.Employee;
import org.passerelle.payroll.core.PayslipDocument.Employer;
import org.passerelle.payroll.core.PayslipDocument.Group;
import org.passerelle.payroll.core.PayslipDocument.Guarantor;
import org.passerelle.payroll.core.PayslipDocument.Hours;
import org.passerelle.payroll.core.PayslipDocument.Item;
import org.passerelle.payroll.core.PayslipDocument.Leave;
import org.passerelle.payroll.core.PayslipDocument.Withholding;

/// Payslips to test with. Nobody in them exists, and the sums are there to be printed, not to be right.
@NullMarked
public final class PayslipDocuments {

    private PayslipDocuments() {}

    public static PayslipDocument portage() {
        return document(
                new Employee(
                        "P-007",
                        "Amandine Roussel-Kerbrat",
                        new PostalAddress("12 bis rue des Tanneurs", "Résidence Les Lilas", "38100", "Grenoble", "FR"),
                        nir(),
                        "Consultante en organisation",
                        "Niveau senior",
                        "CDI",
                        true,
                        LocalDate.of(2025, 3, 10)),
                List.of(new Hours("Heures normales", new BigDecimal("151.67"), Money.of("25.71"))),
                "",
                new Guarantor(
                        "Caution Exemple SA",
                        "5 boulevard des Garants, 75008 Paris",
                        "article L1254-26 I du code du travail",
                        new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))));
    }

    /// No hours: the pay of an entrepreneur-salarié is not measured by time.
    public static PayslipDocument cesa() {
        return document(
                new Employee(
                        "P-031",
                        "Noé Le Goff",
                        new PostalAddress("7 allée des Cèdres", "", "69003", "Lyon", "FR"),
                        nir(),
                        "Luthier",
                        "",
                        "CESA",
                        false,
                        LocalDate.of(2024, 9, 1)),
                List.of(),
                "Part fixe et part variable calculées sur le chiffre d’affaires (contrat d’entrepreneur salarié associé)",
                null);
    }

    private static Nir nir() {
        var thirteen = "2850578006084";
        return Nir.of(thirteen + "%02d".formatted(Nir.keyOf(thirteen)));
    }

    private static PayslipDocument document(
            Employee employee, List<Hours> hours, String basis, @Nullable Guarantor guarantor) {
        var gross = Money.of("4200.00");
        return new PayslipDocument(
                "BP-2026-10-" + employee.code(),
                Instant.parse("2026-10-31T16:00:00Z"),
                new Employer(
                        "Portage des Vallées",
                        new PostalAddress("14 avenue du Pont", "Immeuble Le Belvédère", "38000", "Grenoble", "FR"),
                        Siret.of("552 081 317 66522"),
                        "7830Z",
                        guarantor == null ? "" : "Salariés en portage salarial",
                        guarantor == null ? "" : "3219"),
                employee,
                Month.of(2026, 10),
                new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)),
                LocalDate.of(2026, 10, 31),
                hours,
                basis,
                List.of(
                        new Earning("Salaire de base", null, null, Money.of("3500.00")),
                        new Earning("Complément de rémunération", null, null, Money.of("325.00")),
                        new Earning(
                                "Indemnité d’apport d’affaires",
                                Money.of("3500.00"),
                                Rate.ofPercent("5"),
                                Money.of("175.00")),
                        new Earning("Indemnité de congés payés", null, null, Money.of("200.00"))),
                gross,
                List.of(
                        new Group(
                                "Santé",
                                List.of(
                                        line("Maladie, maternité, invalidité, décès", "4200.00", null, null, "546.00"),
                                        line("Prévoyance cadres", "4005.00", null, null, "60.08"),
                                        line("Complémentaire santé", null, null, "24.00", "24.00"))),
                        new Group(
                                "Accidents du travail et maladies professionnelles",
                                List.of(line("Accidents du travail", "4200.00", null, null, "87.36"))),
                        new Group(
                                "Retraite",
                                List.of(
                                        line("Sécurité sociale plafonnée", "4005.00", "6.90", "276.35", "342.43"),
                                        line("Sécurité sociale déplafonnée", "4200.00", "0.40", "16.80", "88.62"),
                                        line("Complémentaire tranche 1", "4005.00", "3.15", "126.16", "189.04"),
                                        line("Complémentaire tranche 2", "195.00", "8.64", "16.85", "25.25"),
                                        line(
                                                "Contribution d’équilibre général T1",
                                                "4005.00",
                                                "0.86",
                                                "34.44",
                                                "51.66"),
                                        line("Contribution d’équilibre général T2", "195.00", "1.08", "2.11", "3.16"),
                                        line("Contribution d’équilibre technique", "4200.00", "0.14", "5.88", "8.82"))),
                        new Group("Famille", List.of(line("Allocations familiales", "4200.00", null, null, "220.50"))),
                        new Group(
                                "Assurance chômage",
                                List.of(
                                        line("Chômage", "4200.00", null, null, "168.00"),
                                        line("AGS", "4200.00", null, null, "10.50"),
                                        line("APEC", "4200.00", "0.024", "1.01", "1.51"))),
                        new Group(
                                "Autres contributions dues par l’employeur",
                                List.of(
                                        line("FNAL", "4200.00", null, null, "21.00"),
                                        line("Solidarité autonomie", "4200.00", null, null, "12.60"),
                                        line("Dialogue social", "4200.00", null, null, "0.67"),
                                        line("Formation professionnelle", "4200.00", null, null, "42.00"),
                                        line("Taxe d’apprentissage", "4200.00", null, null, "24.78"),
                                        line("Taxe d’apprentissage, solde", "4200.00", null, null, "3.78"),
                                        line(
                                                "Participation à l’effort de construction",
                                                "4200.00",
                                                null,
                                                null,
                                                "18.90"),
                                        line("Versement mobilité", "4200.00", null, null, "84.00"),
                                        line("Forfait social", "84.08", null, null, "6.73"))),
                        new Group(
                                "CSG et CRDS",
                                List.of(
                                        line(
                                                "CSG déductible de l’impôt sur le revenu",
                                                "4210.58",
                                                "6.80",
                                                "286.32",
                                                null),
                                        line("CSG et CRDS non déductibles", "4210.58", "2.90", "122.11", null)))),
                List.of(line("Réduction générale des cotisations", null, null, null, "-84.00")),
                Money.of("912.03"),
                Money.of("1957.39"),
                Money.of("3287.97"),
                Money.of("3287.97"),
                new Withholding("taux personnalisé", Money.of("3434.08"), Rate.ofPercent("7.5"), Money.of("257.56")),
                List.of(new Item("Frais professionnels remboursés", Money.of("143.20"))),
                Money.of("3173.61"),
                Money.of("6157.39"),
                Money.of("84.00"),
                List.of(
                        new Item("Brut", Money.of("41200.00")),
                        new Item("Net imposable", Money.of("33655.40")),
                        new Item("Impôt prélevé", Money.of("2524.15")),
                        new Item("Montant net social", Money.of("32210.30"))),
                new Leave(
                        new BigDecimal("2.5"),
                        new BigDecimal("3"),
                        new BigDecimal("14.5"),
                        List.of(new DateRange(LocalDate.of(2026, 10, 26), LocalDate.of(2026, 10, 28))),
                        Money.of("200.00")),
                guarantor,
                List.of());
    }

    private static Contribution line(
            String label,
            @Nullable String base,
            @Nullable String rate,
            @Nullable String employee,
            @Nullable String employer) {
        return new Contribution(
                label,
                base == null ? null : Money.of(base),
                rate == null ? null : Rate.ofPercent(rate),
                employee == null ? null : Money.of(employee),
                employer == null ? null : Money.of(employer));
    }
}
