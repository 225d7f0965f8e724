package org.passerelle.invoicing.core;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// Kinds of invoice that the French reform admits (BT-3, UNTDID 1001; BR-FR-04). The amounts of a credit note are
/// positive: the type carries the sign.
public enum InvoiceType {
    INVOICE("380", "Facture"),
    CREDIT_NOTE("381", "Avoir"),
    /// Replaces the invoice it names.
    CORRECTED("384", "Facture rectificative"),
    DEPOSIT("386", "Facture d’acompte"),
    /// Written by the buyer in the seller's name.
    SELF_BILLED("389", "Autofacture"),
    /// Paid to a factor.
    FACTORED("393", "Facture affacturée"),
    FACTORED_CREDIT_NOTE("396", "Avoir affacturé"),
    SELF_BILLED_CREDIT_NOTE("261", "Avoir en autofacturation"),
    /// A rebate on all purchases of a period; names its contract and its period instead of invoices.
    GLOBAL_ALLOWANCE("262", "Avoir de remise globale"),
    SELF_BILLED_CORRECTED("471", "Autofacture rectificative"),
    FACTORED_CORRECTED("472", "Facture affacturée rectificative"),
    SELF_BILLED_FACTORED_CORRECTED("473", "Autofacture affacturée rectificative"),
    SELF_BILLED_DEPOSIT("500", "Facture d’acompte en autofacturation"),
    SELF_BILLED_FACTORED("501", "Autofacture affacturée"),
    SELF_BILLED_FACTORED_CREDIT_NOTE("502", "Avoir affacturé en autofacturation"),
    DEPOSIT_CREDIT_NOTE("503", "Avoir d’acompte");

    private static final Set<InvoiceType> CREDIT_NOTES = EnumSet.of(
            CREDIT_NOTE,
            FACTORED_CREDIT_NOTE,
            SELF_BILLED_CREDIT_NOTE,
            GLOBAL_ALLOWANCE,
            SELF_BILLED_FACTORED_CREDIT_NOTE,
            DEPOSIT_CREDIT_NOTE);
    private static final Set<InvoiceType> CORRECTIONS =
            EnumSet.of(CORRECTED, SELF_BILLED_CORRECTED, FACTORED_CORRECTED, SELF_BILLED_FACTORED_CORRECTED);
    private static final Set<InvoiceType> DEPOSITS = EnumSet.of(DEPOSIT, SELF_BILLED_DEPOSIT, DEPOSIT_CREDIT_NOTE);
    private static final Set<InvoiceType> SELF_BILLING = EnumSet.of(
            SELF_BILLED,
            SELF_BILLED_CREDIT_NOTE,
            SELF_BILLED_CORRECTED,
            SELF_BILLED_FACTORED_CORRECTED,
            SELF_BILLED_DEPOSIT,
            SELF_BILLED_FACTORED,
            SELF_BILLED_FACTORED_CREDIT_NOTE);
    private static final Set<InvoiceType> FACTORING = EnumSet.of(
            FACTORED,
            FACTORED_CREDIT_NOTE,
            FACTORED_CORRECTED,
            SELF_BILLED_FACTORED_CORRECTED,
            SELF_BILLED_FACTORED,
            SELF_BILLED_FACTORED_CREDIT_NOTE);

    /// Codes younger than the code list of the CII schema (D16B): the French rules admit them, the published schema
    /// does not.
    private static final Set<InvoiceType> YOUNGER_THAN_CII = EnumSet.of(
            SELF_BILLED_CORRECTED,
            FACTORED_CORRECTED,
            SELF_BILLED_FACTORED_CORRECTED,
            SELF_BILLED_DEPOSIT,
            SELF_BILLED_FACTORED,
            SELF_BILLED_FACTORED_CREDIT_NOTE,
            DEPOSIT_CREDIT_NOTE);

    private final String code;
    private final String title;

    InvoiceType(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    /// The word at the head of the page.
    public String title() {
        return title;
    }

    /// Gives back instead of asking.
    public boolean isCreditNote() {
        return CREDIT_NOTES.contains(this);
    }

    /// Replaces one earlier invoice, and one only (BR-FR-CO-04).
    public boolean isCorrection() {
        return CORRECTIONS.contains(this);
    }

    /// Asks for money before the work, or takes such a demand back.
    public boolean isDeposit() {
        return DEPOSITS.contains(this);
    }

    /// Written by the buyer: the word « Autofacturation » is owed (CGI ann. II art. 242 nonies A, I 14°).
    public boolean isSelfBilled() {
        return SELF_BILLING.contains(this);
    }

    /// The debt was sold: whom to pay is named (BG-10).
    public boolean isFactored() {
        return FACTORING.contains(this);
    }

    /// Must name at least one earlier invoice with its date (BR-FR-CO-04, CO-05; IN-03).
    public boolean refersToEarlier() {
        return isCorrection() || isCreditNote() && this != GLOBAL_ALLOWANCE;
    }

    /// Whether the published schema of CII, hence Factur-X, knows the code; the others travel as UBL.
    public boolean isInCii() {
        return !YOUNGER_THAN_CII.contains(this);
    }

    /// Whether UBL writes it as a CreditNote. The code list of EN 16931 (BR-CL-01) puts 502 and 503 among invoices.
    public boolean isUblCreditNote() {
        return isCreditNote() && this != SELF_BILLED_FACTORED_CREDIT_NOTE && this != DEPOSIT_CREDIT_NOTE;
    }

    /// @throws IllegalArgumentException for a code we do not write
    public static InvoiceType ofCode(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no invoice type " + code));
    }
}
