package org.passerelle.operators;

import org.passerelle.kernel.InvalidValue;

/// The branch agreement that applies to the entity's employees, as payslips print it.
///
/// @param idcc four digits at most, the branch's number (3219 for portage salarial); empty when none applies
/// @param title the agreement's name
public record CollectiveAgreement(String idcc, String title) {

    public CollectiveAgreement {
        if (!idcc.matches("[0-9]{0,4}")) throw new InvalidValue("agreement.idcc", idcc);
    }
}
