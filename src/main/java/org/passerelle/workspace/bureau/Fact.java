package org.passerelle.workspace.bureau;

/// A label and what stands beside it.
///
/// @param href where it leads, or empty
public record Fact(String label, String text, String href) {

    static Fact of(String label, String text) {
        return new Fact(label, text, "");
    }

    static Fact link(String label, String text, String href) {
        return new Fact(label, text, href);
    }
}
