package org.passerelle.people;

import org.passerelle.kernel.Month;

/// What holds from a month on.
public record Dated<T>(Month from, T value) {}
