package org.passerelle.banking;

/// Where a person may post a movement that is neither an invoice paid nor an order of ours. The label is the
/// message `banking.account.<name>`. What workers own (421, 901) and what invoices move (411, 706) is not here.
public enum PostingAccount {
    BANK_CHARGES("627000"),
    SUPPLIERS("401000"),
    INSURANCE("616000"),
    RENT("613000"),
    FEES("622000"),
    POST_AND_TELECOM("626000"),
    SOCIAL_SECURITY("431000"),
    PENSION("437100"),
    HEALTH_INSURANCE("437200"),
    PROVIDENT("437300"),
    WITHHOLDING_TAX("442100"),
    VAT("445510"),
    OTHER_TAXES("447000"),
    CLIENT_ADVANCE("419100"),
    CARD_PROVIDER("511000"),
    INTERNAL_TRANSFER("580000"),
    OTHER_DEBTORS("467000"),
    SUNDRY_CHARGES("658000"),
    SUNDRY_INCOME("758000");

    private final String number;

    PostingAccount(String number) {
        this.number = number;
    }

    /// In the chart of accounts.
    public String number() {
        return number;
    }
}
