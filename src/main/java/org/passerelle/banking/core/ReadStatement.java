package org.passerelle.banking.core;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;

/// One statement as the file gives it; opening balance plus movements is the closing balance, to the cent.
///
/// @param number the bank's own name for it (Stmt/Id)
/// @param sequence ElctrncSeqNb or LglSeqNb, empty when the bank gives none
/// @param start first day covered
/// @param end last day covered
/// @param movements booked ones only, in the order of the file
/// @param layout `camt`, or the layout of a CSV
/// @param balanced false when the file has no balance; then the opening one is zero
public record ReadStatement(
        String number,
        String sequence,
        Iban account,
        LocalDate start,
        LocalDate end,
        Money opening,
        Money closing,
        List<ReadMovement> movements,
        String layout,
        boolean balanced) {

    /// The layout of a statement in ISO 20022.
    public static final String CAMT = "camt";

    public ReadStatement(
            String number,
            String sequence,
            Iban account,
            LocalDate start,
            LocalDate end,
            Money opening,
            Money closing,
            List<ReadMovement> movements) {
        this(number, sequence, account, start, end, opening, closing, movements, CAMT, true);
    }

    public ReadStatement {
        movements = List.copyOf(movements);
    }
}
