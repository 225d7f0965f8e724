package org.passerelle.platform.audit;

/// A place where an invariant does not hold.
/// @param operator the operator's id, or `-` where none is concerned
/// @param row table and key of the row, `ledger.entry 7f3c…`
/// @param why what is wrong, with both figures; no name, NIR, IBAN or pay
public record Breach(String operator, String row, String why) {}
