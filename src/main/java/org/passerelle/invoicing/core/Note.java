package org.passerelle.invoicing.core;

/// A sentence that the invoice carries under a subject code (BT-22 under BT-21).
///
/// @param subject UNTDID 4451: PMT recovery indemnity, PMD late penalties, AAB discount, ACC factor, AAI general
public record Note(String subject, String text) {

    public static final String RECOVERY_INDEMNITY = "PMT";
    public static final String LATE_PENALTIES = "PMD";
    public static final String DISCOUNT = "AAB";
    /// To whom the debt was sold.
    public static final String FACTOR = "ACC";
    public static final String GENERAL = "AAI";
}
