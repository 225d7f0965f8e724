package org.passerelle.contracts;

/// A name in both languages of the screens.
public record Label(String fr, String en) {}
