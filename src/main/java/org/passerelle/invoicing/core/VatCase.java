package org.passerelle.invoicing.core;

import org.passerelle.law.Law;

/// Why an invoice charges no VAT: the category and the code of the format, and the sentence that the law wants printed
/// on that day (IN-30 to IN-34).
public enum VatCase {
    FRANCHISE(VatCategory.E, "VATEX-FR-FRANCHISE", "vat_franchise_mention"),
    TRAINING(VatCategory.E, "VATEX-FR-CGI261-4", "vat_training_exemption_mention"),
    HEALTH(VatCategory.E, "VATEX-FR-CGI261-4", "vat_health_exemption_mention"),
    ASSOCIATION(VatCategory.E, "VATEX-FR-CGI261-7", "vat_association_exemption_mention"),
    /// Guyane, Mayotte: VAT is not in force. The list has no code for art. 294.
    OVERSEAS_WITHOUT_VAT(VatCategory.E, "", "vat_overseas_without_mention"),
    /// A service to a taxable buyer elsewhere in the Union.
    UNION_SERVICE(VatCategory.AE, Exemption.UNION_REVERSE_CHARGE, "vat_reverse_charge_mention"),
    /// Work handed on within building.
    DOMESTIC_REVERSE_CHARGE(VatCategory.AE, Exemption.DOMESTIC_REVERSE_CHARGE, "vat_domestic_reverse_charge_mention"),
    /// A service to a taxable buyer outside the Union.
    SERVICE_ABROAD(VatCategory.O, "VATEX-EU-O", "vat_service_abroad_mention"),
    UNION_GOODS(VatCategory.K, "VATEX-EU-IC", "vat_union_goods_mention"),
    EXPORT_OF_GOODS(VatCategory.G, "VATEX-EU-G", "vat_export_mention"),
    CREDIT_WITHOUT_VAT(VatCategory.E, Exemption.CREDIT_WITHOUT_VAT, "vat_credit_without_mention");

    private final VatCategory category;
    private final String code;
    private final String mention;

    VatCase(VatCategory category, String code, String mention) {
        this.category = category;
        this.code = code;
        this.mention = mention;
    }

    public VatCategory category() {
        return category;
    }

    /// The ground as it is cited on the law's day.
    public Exemption exemption(Law law) {
        return new Exemption(code, law.text(mention));
    }
}
