package org.passerelle.platform.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The languages of the screens. French is the one the law speaks and the default.
public enum Language {
    FR(Locale.FRENCH),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /// The language of a code (`fr`, `en`), French for any other.
    public static Language of(@Nullable String code) {
        return "en".equalsIgnoreCase(code) ? EN : FR;
    }

    /// `fr` or `en`: file suffix, `lang` attribute and cookie value.
    public String code() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }
}
