package org.passerelle.workspace.web;

import java.util.List;
import org.passerelle.kernel.Money;

/// My missions.
public record MissionsView(List<Row> rows) {

    public record Row(
            String href,
            String title,
            String client,
            String dates,
            Money price,
            String unit,
            String state,
            String stateTone) {}
}
