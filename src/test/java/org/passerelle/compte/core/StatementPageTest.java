package org.passerelle.compte.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.Money;
import org.passerelle.testing.PdfA;
import org.passerelle.testing.PdfText;

@DisplayName("PS-60, L1254-25: the worker is told every movement, every month")
class StatementPageTest {

    @Test
    void PS_60_every_movement_stands_there_with_its_date_category_and_balance() {
        var pdf = StatementPage.render(StatementDocuments.october());
        assertThat(PdfA.complaints(pdf)).isEmpty();
        var text = PdfText.of(pdf);
        assertThat(text).isEqualTo(PdfText.golden("statement-october.txt", text));
        assertThat(PdfText.flat(pdf))
                .contains("05/10/2026 Règlement FA-2026-0042, Fabrique du Nord Encaissement +5 100,00 5 912,44")
                .contains("05/10/2026 Frais de gestion Frais de gestion −255,00 5 657,44 Contrat de travail, art. 7")
                .contains("Disponible à la fin du mois 1 022,73")
                .contains("2 480,00 €", "633,90 €", "Caution Exemple SA");
    }

    @Test
    void PS_60_a_month_without_movement_has_its_statement_too() {
        var pdf = StatementPage.render(StatementDocuments.quiet());
        assertThat(PdfA.complaints(pdf)).isEmpty();
        assertThat(PdfText.of(pdf)).contains("Aucun mouvement ce mois-ci.");
    }

    @Test
    void a_long_month_repeats_the_headings_on_every_page() {
        var pdf = StatementPage.render(StatementDocuments.busy());
        assertThat(PdfA.complaints(pdf)).isEmpty();
        int pages = PdfText.pages(pdf);
        assertThat(pages).isGreaterThan(1);
        var text = PdfText.of(pdf);
        assertThat(text.split("DATE LIBELLÉ", -1)).hasSize(pages + 1);
        assertThat(text).contains(pages + " / " + pages);
    }

    @Test
    void a_statement_that_does_not_add_up_cannot_be_made() {
        var whole = StatementDocuments.october();
        assertThatThrownBy(() -> new StatementDocument(
                        whole.createdAt(),
                        whole.operator(),
                        whole.worker(),
                        whole.month(),
                        whole.statementDate(),
                        whole.opening(),
                        whole.movements(),
                        whole.available().plus(Money.ofCents(1)),
                        whole.reserve(),
                        whole.leave(),
                        whole.byCategory(),
                        whole.allInCost(),
                        whole.guarantor(),
                        List.of()))
                .hasMessage("available 1022.74 should be 1022.73");
    }
}
