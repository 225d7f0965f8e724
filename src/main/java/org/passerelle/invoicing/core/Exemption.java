package org.passerelle.invoicing.core;

/// The ground on which no VAT is charged (IN-32 to IN-34).
///
/// @param code VATEX code (BT-121): `VATEX-FR-FRANCHISE`; empty when the list has none for this text
/// @param reason the sentence of the law as it is cited on that day (BT-120)
public record Exemption(String code, String reason) {

    /// A reverse charge by a buyer elsewhere in the Union.
    public static final String UNION_REVERSE_CHARGE = "VATEX-EU-AE";
    /// A reverse charge within France.
    public static final String DOMESTIC_REVERSE_CHARGE = "VATEX-FR-AE";
    /// A credit note without VAT, after the time to correct it or by agreement.
    public static final String CREDIT_WITHOUT_VAT = "VATEX-FR-CNWVAT";
}
