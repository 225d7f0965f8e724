package org.passerelle.workspace.web;

import java.util.List;
import org.passerelle.kernel.Money;
import org.passerelle.platform.web.FindingCard;

/// One mission with what the law said of it.
public record MissionView(
        String code,
        String title,
        String client,
        String activity,
        String dates,
        Money price,
        String unit,
        String vat,
        String state,
        String stateTone,
        List<FindingCard> findings,
        List<String> questions,
        List<ContractsView.Row> papers) {}
