package org.passerelle.banking.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A small part of a document, read by local name, that remembers where it stood.
record Element(String name, int line, int column, Map<String, String> attributes, List<Element> children, String text) {

    @Nullable
    Element find(String... path) {
        var here = this;
        for (var step : path) {
            Element next = null;
            for (var child : here.children) {
                if (child.name.equals(step)) {
                    next = child;
                    break;
                }
            }
            if (next == null) return null;
            here = next;
        }
        return here;
    }

    /// @throws InvalidFile `missing` when it is not there
    Element get(String... path) {
        var found = find(path);
        if (found == null) throw error("missing", String.join("/", path));
        return found;
    }

    List<Element> all(String child) {
        var found = new ArrayList<Element>();
        for (var each : children) if (each.name.equals(child)) found.add(each);
        return found;
    }

    /// The text at that place with single spaces, empty when there is none.
    String textAt(String... path) {
        var found = find(path);
        return found == null ? "" : found.plain();
    }

    /// Own text with single spaces.
    String plain() {
        return text.strip().replaceAll("\\s+", " ");
    }

    InvalidFile error(String code, String... data) {
        return new InvalidFile(code, line, column, data);
    }
}
