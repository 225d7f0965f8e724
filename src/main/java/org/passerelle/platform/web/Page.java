package org.passerelle.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page frame (`layout/page.jte`) needs beside the content: who looks, where, in which dress.
/// Made per request by [JteView]; templates declare `@param Page page` and hand it on.
///
/// @param path of the request, without the query
/// @param userName name of the signed-in person, null for a visitor
/// @param navigation the entries this person may see, in order
/// @param toast message left by the page before (after a redirect), or null
public record Page(
        String path,
        Theme theme,
        @Nullable String userName,
        List<NavEntry> navigation,
        @Nullable Toast toast) {

    public boolean signedIn() {
        return userName != null;
    }

    /// Whether the entry is the page being shown, or one above it.
    public boolean isCurrent(NavEntry entry) {
        return path.equals(entry.href()) || path.startsWith(entry.href() + "/");
    }

    public Theme otherTheme() {
        return theme == Theme.DARK ? Theme.LIGHT : Theme.DARK;
    }
}
