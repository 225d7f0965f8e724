package org.passerelle.platform.once;

/// Something that people change, and how often it was changed. Who changes it says which revision they saw, so that
/// nobody undoes unseen what a colleague did meanwhile.
///
/// @param revision 1 for the first
public record Revised<T>(T value, int revision) {}
