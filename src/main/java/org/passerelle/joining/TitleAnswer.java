package org.passerelle.joining;

/// What the prefecture answered about a title (KY-05).
public enum TitleAnswer {
    AUTHENTIC,
    NOT_AUTHENTIC
}
