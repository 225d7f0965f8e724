package org.passerelle.missions;

/// What the client buys for. Decides PS-01 for natural persons.
public enum Purpose {
    BUSINESS,
    PRIVATE
}
