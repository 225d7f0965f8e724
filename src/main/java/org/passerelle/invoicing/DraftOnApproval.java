package org.passerelle.invoicing;

import org.passerelle.activity.ActivityApproved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Drafts the invoices of a report in the transaction that approves it: an approval without its drafts would be work
/// that nobody bills, so neither is there without the other. Idempotent by the key (report, mission).
@Component
class DraftOnApproval {

    private final Invoicing invoicing;

    DraftOnApproval(Invoicing invoicing) {
        this.invoicing = invoicing;
    }

    @EventListener
    void on(ActivityApproved approved) {
        invoicing.draftFrom(approved.operator(), approved.report());
    }
}
