package org.passerelle.cli.month;

import java.util.Comparator;
import java.util.List;

/// The folder cannot be used. Every problem that could be found is named; nothing was written.
public final class BadFolder extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    BadFolder(List<Problem> problems) {
        super(problems.size() + " problems, the first: " + problems.getFirst());
        this.problems = problems.stream()
                .sorted(Comparator.comparing(Problem::file)
                        .thenComparingInt(Problem::line)
                        .thenComparingInt(Problem::column))
                .distinct()
                .toList();
    }

    public List<Problem> problems() {
        return problems;
    }
}
