package org.passerelle.platform.web;

import org.jspecify.annotations.Nullable;

/// Light, dark, or as the device says. Kept in a cookie, so it works without JavaScript.
public enum Theme {
    AUTO,
    LIGHT,
    DARK;

    public static Theme of(@Nullable String code) {
        for (var theme : values()) {
            if (theme.code().equalsIgnoreCase(code)) return theme;
        }
        return AUTO;
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
