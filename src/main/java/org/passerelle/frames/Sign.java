package org.passerelle.frames;

/// One indicator of the dependence score (DP-04). Its weight is dated data, its sentence the message `sign.<name>`.
public enum Sign {
    /// The client gives orders on how, not only on the result.
    D01,
    /// The client controls the execution daily.
    D02,
    /// The client can sanction.
    D03,
    /// Hours or presence are imposed without objective need.
    D04,
    /// Part of the client's team: org chart, e-mail as staff, holidays validated.
    D05,
    /// The client's equipment only.
    D06,
    /// The client imposes the price.
    D07,
    /// Exclusivity, or other clients are banned.
    D08,
    /// Most of twelve months' turnover comes from this client; half the weight from half of it.
    D09,
    /// The same mission lasts long; half the weight from half of that.
    D10,
    /// A former employee of the client.
    D11,
    /// Cannot refuse, choose the dates, or be replaced.
    D12,
    /// Paid by time at a flat monthly amount, without deliverable.
    D13;

    /// Code of the parameter that holds its weight.
    String weight() {
        return "DP_WEIGHT_" + name();
    }
}
