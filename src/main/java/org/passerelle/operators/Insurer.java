package org.passerelle.operators;

import java.time.LocalDate;

/// Professional liability insurance taken out for the worker; named in both contracts (PS-30).
///
/// @param validUntil last day of cover
public record Insurer(String name, String policyNumber, LocalDate validUntil) {

    public Insurer {
        Checked.text("insurer", name);
        Checked.text("policy_number", policyNumber);
    }
}
