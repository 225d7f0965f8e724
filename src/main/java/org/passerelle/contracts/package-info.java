/// The papers: employment contracts of portage, mission letters, commercial contracts, CAPE, CESA, mandates, quotes to
/// private individuals. Typed clauses, what is missing and by which article, signatures, the operator's seal.
@NullMarked
@ApplicationModule(
        displayName = "Contracts",
        allowedDependencies = {
            "kernel",
            "platform :: *",
            "identity",
            "documents",
            "documents :: *",
            "law",
            "pay",
            "frames",
            "operators",
            "people",
            "clients",
            "missions"
        })
package org.passerelle.contracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
