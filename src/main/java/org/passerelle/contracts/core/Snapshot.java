package org.passerelle.contracts.core;

import java.util.List;
import org.passerelle.contracts.Paper;

/// All that is drawn of a paper, kept when it is sent: what was signed can be drawn again whatever the files of its
/// parties say later.
///
/// @param foot lines at the foot of each page
/// @param city of the company, for the seal
public record Snapshot(Paper paper, String house, String city, List<String> foot) {

    public Snapshot {
        foot = List.copyOf(foot);
    }
}
