package org.passerelle.documents.pdf;

/// For whom a paper is.
///
/// @param heading in capitals: `FACTURÉ À`
/// @param address lines
/// @param identity further lines in small type; may be empty
public record Addressee(String heading, String name, String address, String identity) {}
