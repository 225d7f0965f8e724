package org.passerelle.documents.pdf;

import java.util.ArrayList;
import java.util.List;

/// Which slices of which faces a paper has used; their position is their name in it.
final class FontUse {

    private final List<FontSlice> used = new ArrayList<>(4);

    int use(Face face, int slice) {
        var wanted = face.slice(slice);
        for (int i = 0; i < used.size(); i++) {
            if (used.get(i) == wanted) return i;
        }
        used.add(wanted);
        return used.size() - 1;
    }

    List<FontSlice> all() {
        return used;
    }
}
