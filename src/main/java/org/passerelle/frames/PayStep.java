package org.passerelle.frames;

/// Step of the portage branch's minimum pay (PS-64, CCN art. 37).
public enum PayStep {
    PREMIER_NIVEAU,
    JUNIOR,
    SENIOR,
    EXPERT
}
