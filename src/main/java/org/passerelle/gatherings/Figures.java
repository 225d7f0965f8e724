package org.passerelle.gatherings;

/// What came of an entity's sessions.
///
/// @param booked seats given
/// @param came people who were there
/// @param joined people who were there and have an account now
public record Figures(int booked, int came, int joined) {}
