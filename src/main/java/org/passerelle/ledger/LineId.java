package org.passerelle.ledger;

import org.passerelle.kernel.EntryId;

/// Names one line of the book.
///
/// @param position 1 for the first line of the entry
public record LineId(EntryId entry, int position) {}
