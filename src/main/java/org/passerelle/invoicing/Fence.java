package org.passerelle.invoicing;

import java.time.LocalDate;
import java.util.UUID;

/// A series that does not issue: invoices went out under numbers that it does not know.
///
/// @param witness highest number seen on a stored file or an invoice
/// @param counter what the series counted
/// @param lastDay the last day on which such a file was stored
public record Fence(UUID id, String series, long witness, long counter, LocalDate lastDay) {}
