package org.passerelle.invoicing.core;

import java.util.List;
import org.passerelle.documents.pdf.French;
import org.passerelle.kernel.Money;

/// The three notes without which no French invoice passes (BR-FR-05), worded for whom they concern.
public final class Notes {

    private Notes() {}

    /// Between professionals (IN-10, IN-21). The figures are the law's or the contract's and come from the caller.
    ///
    /// @param recoveryIndemnity the flat sum of D441-5
    /// @param latePenalty the rate as the page words it: `3 fois le taux d’intérêt légal`
    public static List<Note> business(Money recoveryIndemnity, String latePenalty) {
        return List.of(
                new Note(
                        Note.RECOVERY_INDEMNITY,
                        "Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : "
                                + French.money(recoveryIndemnity) + "."),
                new Note(
                        Note.LATE_PENALTIES,
                        "Pénalités de retard exigibles sans rappel dès le lendemain de l’échéance : " + latePenalty
                                + "."),
                new Note(Note.DISCOUNT, "Escompte pour paiement anticipé : néant."));
    }

    /// For a consumer neither indemnity nor penalty is due (CO-10), yet the three notes must be there.
    public static List<Note> consumer() {
        return List.of(
                new Note(Note.RECOVERY_INDEMNITY, "Frais de recouvrement : sans objet pour un particulier."),
                new Note(Note.LATE_PENALTIES, "Retard de paiement : sans objet pour un particulier."),
                new Note(Note.DISCOUNT, "Escompte pour paiement anticipé : néant."));
    }

    /// The buyer writes the invoice in the seller's name (CGI ann. II art. 242 nonies A, I 14°).
    public static Note selfBilling() {
        return new Note(Note.GENERAL, "Autofacturation");
    }

    /// The debt belongs to a factor: paying anybody else does not discharge (C. civ. art. 1346-5).
    public static Note factored(Payee factor) {
        return new Note(
                Note.FACTOR,
                "Créance cédée à " + factor.name()
                        + " : pour être libératoire, le règlement lui est fait directement.");
    }
}
