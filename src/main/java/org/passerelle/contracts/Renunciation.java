package org.passerelle.contracts;

import java.time.Instant;
import java.time.LocalDate;
import org.passerelle.kernel.ContractId;

/// A private individual's declaration that they withdraw from a signed quote (CO-03, CO-06).
///
/// @param email where the acknowledgement went
/// @param lastDay until which it could be declared
public record Renunciation(ContractId contract, Instant at, String name, String email, LocalDate lastDay) {}
