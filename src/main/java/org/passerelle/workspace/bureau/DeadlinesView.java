package org.passerelle.workspace.bureau;

import java.util.List;
import org.passerelle.platform.web.Field;
import org.passerelle.workspace.web.DeadlineCard;

/// The list of deadlines, ready to be read.
public record DeadlinesView(
        List<Field> filters, List<Group> groups, String count, String href, String calendar, String dates) {

    public DeadlinesView {
        filters = List.copyOf(filters);
        groups = List.copyOf(groups);
    }

    /// Deadlines of one urgency.
    public record Group(String title, List<DeadlineCard> cards) {

        public Group {
            cards = List.copyOf(cards);
        }
    }
}
