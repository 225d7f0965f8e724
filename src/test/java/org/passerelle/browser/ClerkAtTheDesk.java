package org.passerelle.browser;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.passerelle.identity.SomeUsers;
import org.passerelle.kernel.Money;
import org.passerelle.operators.Operator;

/// What those at the desk of an entity do on the screens, station by station.
record ClerkAtTheDesk(int port, String email, Operator operator, String story) {

    private static final Pattern PAID = Pattern.compile("<InstdAmt Ccy=\"EUR\">([0-9.]+)</InstdAmt>");

    Visitor signsIn() {
        return Visitor.arrives(port, Look.DESK).signsIn(email, SomeUsers.PASSWORD);
    }

    Visitor opens(Visitor visitor, String place) {
        return visitor.opens("/bureau/" + operator.id() + (place.isEmpty() ? "" : "/" + place));
    }

    void approvesTheReportOf(Visitor visitor, String person) {
        opens(visitor, "activites?mois=2026-10").follows(person);
        keeps(visitor, "bureau-compte-rendu");
        visitor.presses("Valider le compte rendu").reads("Compte rendu de " + person + " validé.");
    }

    void approvesTheExpenseOf(Visitor visitor, String person) {
        opens(visitor, "frais").follows(person);
        keeps(visitor, "bureau-frais");
        visitor.presses("Valider la dépense").reads("validée");
    }

    /// @return the number that the invoice got
    String issuesTheInvoiceTo(Visitor visitor, String client) {
        opens(visitor, "factures");
        keeps(visitor, "bureau-factures");
        visitor.follows(client);
        visitor.presses("Émettre la facture").reads("émise.");
        keeps(visitor, "bureau-facture");
        return visitor.page().locator("h1").innerText().split("\\s")[0];
    }

    void uploads(Visitor visitor, byte[] statement) {
        opens(visitor, "banque");
        visitor.page()
                .locator("main input[type=file]")
                .setInputFiles(new FilePayload("releve.xml", "application/xml", statement));
        visitor.presses("Importer le relevé").reads("Relevé lu : ");
        keeps(visitor, "bureau-banque");
    }

    void assigns(Visitor visitor, String line, String invoice) {
        opens(visitor, "banque").follows(line);
        keeps(visitor, "bureau-banque-ligne");
        visitor.chooses("candidate", "").page().locator("#invoice").fill(invoice);
        visitor.presses("Affecter la ligne").reads("affectés.");
        visitor.reads("Chaque ligne a trouvé sa facture.");
    }

    void runsThePayroll(Visitor visitor) {
        opens(visitor, "paie?mois=2026-10");
        keeps(visitor, "bureau-paie-avant");
        visitor.presses("Lancer la paie").reads("Paie faite : 1 bulletin");
        keeps(visitor, "bureau-paie");
    }

    /// @return the amounts of the file for the bank
    List<Money> makesTheBankFile(Visitor visitor) {
        opens(visitor, "virements");
        keeps(visitor, "bureau-virements");
        visitor.presses("Créer le fichier pain.001").reads("créé.");
        var file = new String(visitor.downloads(".xml"), StandardCharsets.UTF_8);
        var amounts = new ArrayList<Money>();
        PAID.matcher(file).results().forEach(found -> amounts.add(Money.of(found.group(1))));
        return amounts;
    }

    String downloadsTheFec(Visitor visitor) {
        opens(visitor, "comptabilite");
        keeps(visitor, "bureau-comptabilite");
        return new String(visitor.downloads("FEC 2026"), StandardCharsets.UTF_8);
    }

    Visitor keeps(Visitor visitor, String station) {
        return visitor.seesNoBarrier().keepsAtBothWidths(story + "-" + station);
    }
}
