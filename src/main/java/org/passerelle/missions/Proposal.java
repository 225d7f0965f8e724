package org.passerelle.missions;

/// What came of a mission proposed: it is kept whatever the verdict.
public record Proposal(Mission mission) {}
