package org.passerelle.invoicing.core;

/// The ground on which no VAT is charged (IN-32 to IN-34).
///
/// @param code VATEX code (BT-121): `VATEX-FR-FRANCHISE`
/// @param reason the sentence of the law as it is cited on that day (BT-120)
public record Exemption(String code, String reason) {}
