package org.passerelle.contracts;

/// Something that a paper must say.
///
/// @param id within the paper: `guarantor`
/// @param rule id in the catalogue: `PS-47`
/// @param article where the law asks for it
/// @param words that must stand in the paper literally, or empty
public record Mention(String id, String rule, String article, Label label, String words) {}
