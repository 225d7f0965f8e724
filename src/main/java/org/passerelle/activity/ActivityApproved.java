package org.passerelle.activity;

import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// A month of work was approved and locked. Invoices are drafted from it, pay is computed from it.
public record ActivityApproved(OperatorId operator, ActivityReportId report, PersonId person, Month month) {}
