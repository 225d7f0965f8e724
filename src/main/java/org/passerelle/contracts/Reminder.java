package org.passerelle.contracts;

import java.time.Instant;

/// Somebody was asked again to sign.
///
/// @param step of the schedule, or how many times by hand, from 1
/// @param byHand a person of the house pressed the button
public record Reminder(Party party, int step, Instant at, boolean byHand) {}
