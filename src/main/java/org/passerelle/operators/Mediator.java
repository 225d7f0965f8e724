package org.passerelle.operators;

/// The consumer mediator to whom private clients may turn (CO-08). Without one no consumer may be served.
public record Mediator(String name, String address, String site) {

    public Mediator {
        Checked.text("mediator", name);
    }
}
