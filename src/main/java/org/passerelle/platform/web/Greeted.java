package org.passerelle.platform.web;

/// A signed-in person whom the page frame can call by name.
public interface Greeted {

    /// As the page greets them.
    String name();
}
