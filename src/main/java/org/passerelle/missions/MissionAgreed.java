package org.passerelle.missions;

import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.OperatorId;

/// A mission was found lawful, or its refusal was lifted: papers can be drawn up and work reported.
public record MissionAgreed(OperatorId operator, MissionId mission) {}
