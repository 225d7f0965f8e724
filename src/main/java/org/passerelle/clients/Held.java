package org.passerelle.clients;

/// What stays as it is of a client, because something is held in its name ([ClientTies]).
public record Held(boolean kind, boolean siren) {}
