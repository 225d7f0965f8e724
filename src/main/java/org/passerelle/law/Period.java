package org.passerelle.law;

import java.time.LocalDate;
import java.util.Map;

/// A span of days in which nothing changes.
///
/// @param index position among all spans, from 0
/// @param from first day of the span
/// @param versions code → version that stands, only for the parameters that have one
/// @param parameters code → parameter, all of them
public record Period(int index, LocalDate from, Map<String, Version> versions, Map<String, Parameter> parameters) {

    /// Two spans are the same only when they are the same object: they are made once.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
