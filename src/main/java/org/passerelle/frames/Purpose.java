package org.passerelle.frames;

/// What the buyer buys for (PS-01).
public enum Purpose {
    BUSINESS,
    PRIVATE
}
