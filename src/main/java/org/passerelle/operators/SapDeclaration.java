package org.passerelle.operators;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The entity's declaration for services à la personne, printed on its invoices (SP-03, SP-11).
///
/// @param number as the prefecture gave it: `SAP123456782`
/// @param approvedOn day of the agrément, which opens the vulnerable publics; null when there is none
public record SapDeclaration(
        String number, LocalDate declaredOn, @Nullable LocalDate approvedOn) {

    public SapDeclaration {
        Checked.text("sap_number", number);
    }
}
