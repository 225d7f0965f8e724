package org.passerelle.ledger;

import java.time.Instant;
import org.passerelle.kernel.Month;

/// A month that takes no more lines (I-7).
///
/// @param by who closed it: a user's id, or the name of a job
public record Closing(Month month, Instant at, String by) {}
