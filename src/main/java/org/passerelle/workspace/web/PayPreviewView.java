package org.passerelle.workspace.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;

/// « Votre bulletin, si la paie était faite aujourd’hui »: what a payslip of the month would say, line by line.
///
/// @param notices what stands in the way or must be known first
/// @param sums null when nothing can be told
public record PayPreviewView(
        String title,
        String lead,
        List<String> notices,
        @Nullable Sums sums,
        List<Part> parts) {

    public PayPreviewView {
        notices = List.copyOf(notices);
        parts = List.copyOf(parts);
    }

    /// @param left on the activity account, once everything is paid and set aside
    public record Sums(Money net, Money gross, Money cost, Money left) {}

    /// Lines under a title.
    ///
    /// @param two contributions have the employee's and the employer's share, everything else one amount
    public record Part(String title, boolean two, List<Row> rows) {

        public Part {
            rows = List.copyOf(rows);
        }
    }

    /// @param why where the figure comes from, sentence by sentence
    /// @param amount the employee's share where there are two
    /// @param second the employer's share, or null
    /// @param total of the rows above
    public record Row(
            String label,
            List<String> why,
            Money amount,
            @Nullable Money second,
            boolean total) {

        public Row {
            why = List.copyOf(why);
        }
    }
}
