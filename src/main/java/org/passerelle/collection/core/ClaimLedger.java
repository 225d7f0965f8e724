package org.passerelle.collection.core;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.collection.Standing;
import org.passerelle.documents.pdf.French;

/// The account of a claim in plain lines, for the litigation file.
public final class ClaimLedger {

    private ClaimLedger() {}

    public static String of(Standing standing, String client, LocalDate today) {
        var invoice = standing.invoice();
        var claim = standing.claim();
        var through = claim.through();
        var lines = new java.util.ArrayList<>(List.of(
                "Créance sur " + client,
                "Facture " + invoice.number() + " du " + French.day(invoice.issueDate()) + ", échue le "
                        + French.day(invoice.dueDate()),
                "",
                "Montant TTC             " + French.money(invoice.payable().gross()),
                "Payé                    " + French.money(invoice.paid()),
                "Repris par avoir        " + French.money(invoice.credited()),
                "Reste dû                " + French.money(claim.open())));
        if (through != null && claim.penalties().isPositive()) {
            lines.add("Pénalités au " + French.day(through) + " " + French.money(claim.penalties()));
        }
        if (!claim.complete()) lines.add("Pénalités non chiffrées pour les jours dont le taux n’est pas connu.");
        if (claim.fee().isPositive()) lines.add("Indemnité forfaitaire   " + French.money(claim.fee()));
        lines.add("Total au " + French.day(today) + "     " + French.money(claim.total()));
        return String.join("\n", lines) + "\n";
    }
}
