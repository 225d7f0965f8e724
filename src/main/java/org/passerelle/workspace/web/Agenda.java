package org.passerelle.workspace.web;

import java.util.List;
import java.util.UUID;

/// The calendar links of one entity, ready to be read.
///
/// @param operator its id, for the form
public record Agenda(String operator, String name, UUID intent, List<Link> links) {

    public Agenda {
        links = List.copyOf(links);
    }

    /// @param address of the calendar, or empty when the link must be made anew
    public record Link(String id, String address) {}
}
