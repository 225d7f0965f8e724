package org.passerelle.workspace.bureau;

import java.util.List;
import org.passerelle.kernel.OperatorId;

/// The frame of each page of the desk: which entity, and the places one can go to.
///
/// @param others the other entities of the group that this person looks after
public record Desk(OperatorId operator, String name, String frame, List<Place> places, List<Place> others) {

    /// @param current whether it is the page being shown
    public record Place(String label, String href, boolean current) {}

    /// The address of a page of this entity: `href("clients")`.
    public String href(String path) {
        return "/bureau/" + operator + (path.isEmpty() ? "" : "/" + path);
    }
}
