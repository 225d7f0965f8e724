package org.passerelle.payroll.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.testing.PdfA;
import org.passerelle.testing.PdfText;

@DisplayName("BP-02, R3243-1: what a payslip must say")
class PayslipPageTest {

    @Test
    void BP_02_the_payslip_of_portage_says_everything() {
        var pdf = PayslipPage.render(PayslipDocuments.portage());
        assertThat(PdfA.complaints(pdf)).isEmpty();
        assertThat(PdfText.pages(pdf)).isEqualTo(1);
        var text = PdfText.of(pdf);
        assertThat(text).isEqualTo(PdfText.golden("payslip-portage.txt", text));
        assertThat(PdfText.flat(pdf))
                .contains("SIRET 552 081 317 66522 · APE 7830Z") // (2)
                .contains("IDCC 3219") // (3)
                .contains("Consultante en organisation", "Niveau senior, cadre") // (4)
                .contains("151,67 h") // (5)
                .contains("Indemnité d’apport d’affaires 3 500,00 5,00 % 175,00") // (6)
                .contains("Salaire brut 4 200,00") // (7)
                .contains("Sécurité sociale plafonnée 4 005,00 6,90 % 276,35 342,43") // (8)
                .contains("base 3 434,08 · taux 7,50 % −257,56 €") // (9)
                .contains("Montant net social 3 287,97 €") // (9 bis)
                .contains("Net payé en euros 3 173,61 €") // (10)
                .contains("Payé le 31 octobre 2026") // (11)
                .contains("Pris du 26/10/2026 au 28/10/2026") // (12)
                .contains("Exonérations et allègements 84,00 €") // (13)
                .contains("Total versé par l’employeur 6 157,39 €") // (14)
                .contains("www.service-public.fr") // (15)
                .contains("conservez ce bulletin de paie sans limitation de durée") // R3243-5
                .contains("Frais professionnels remboursés non soumis 143,20 €"); // BP-05
    }

    @Test
    void PS_24_the_payslip_names_the_guarantor() {
        assertThat(PdfText.of(PayslipPage.render(PayslipDocuments.portage())))
                .contains("Garantie financière : Caution Exemple SA, 5 boulevard des Garants, 75008 Paris");
    }

    @Test
    void a_CESA_prints_no_hours_but_what_the_pay_rests_on() {
        var pdf = PayslipPage.render(PayslipDocuments.cesa());
        assertThat(PdfA.complaints(pdf)).isEmpty();
        assertThat(PdfText.flat(pdf)).contains("Part fixe et part variable").doesNotContain("151,67", "Heures");
    }

    @Test
    void R3243_4_nothing_is_said_of_strike_or_staff_representation() {
        assertThat(PdfText.of(PayslipPage.render(PayslipDocuments.portage())).toLowerCase(java.util.Locale.FRENCH))
                .doesNotContain("grève", "représentant", "délégué", "syndic");
    }

    @Test
    void the_same_payslip_gives_the_same_bytes() {
        assertThat(PayslipPage.render(PayslipDocuments.portage()))
                .isEqualTo(PayslipPage.render(PayslipDocuments.portage()));
    }
}
