package org.passerelle.browser;

/// How a page is looked at.
///
/// @param width of the window in CSS pixels: 375 is a telephone, 1280 a desk
record Look(int width, boolean dark, boolean english, boolean script) {

    static final Look PHONE = new Look(375, false, false, true);
    static final Look DESK = new Look(1280, false, false, true);

    Look inTheDark() {
        return new Look(width, true, english, script);
    }

    Look inEnglish() {
        return new Look(width, dark, true, script);
    }

    Look withoutScript() {
        return new Look(width, dark, english, false);
    }

    int height() {
        return width < 600 ? 800 : 900;
    }

    @Override
    public String toString() {
        return width + (dark ? " dark" : " light") + (english ? " in English" : "") + (script ? "" : " without script");
    }
}
