package org.passerelle.people;

/// The steps of the portage branch's grid (PS-64, CCN art. 37). Amounts are law, not here.
public enum PayStep {
    PREMIER_NIVEAU,
    JUNIOR,
    SENIOR,
    EXPERT
}
