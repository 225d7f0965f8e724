package org.passerelle.workspace.web;

import java.util.List;
import org.passerelle.kernel.Money;
import org.passerelle.platform.web.ChartRow;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Paging;

/// « Solde »: what the activity account holds and every movement on it (PS-60, CA-12).
///
/// @param advance of the operator, to be taken back from collections (SW-07): zero or negative
/// @param address of the page, for its filters
/// @param filters months, category, part of the account
/// @param chart where the euros went, for the movements shown
/// @param filtered whether a filter is set
public record BalanceView(
        String address,
        Money available,
        Money reserve,
        Money leave,
        Money advance,
        Money total,
        List<Field> filters,
        boolean filtered,
        List<ChartRow> chart,
        List<Row> rows,
        Money sum,
        Paging paging,
        String computed) {

    /// @param clause of the contract that allows it, or empty
    public record Row(
            String date, String label, String category, String part, String clause, Money amount, Money balance) {}
}
