package org.passerelle.clientspace;

import java.time.Instant;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.MissionId;

/// What a client said of the days that a month's report has on a mission.
///
/// @param reason of a contest; empty when agreed
/// @param days fingerprint of the days that were shown
public record Opinion(
        ActivityReportId report, MissionId mission, boolean agreed, String reason, String days, Instant at) {}
