package org.passerelle.platform.web;

import java.io.Serializable;

/// A short word after something was done; shown once by the next page. Put into the redirect's flash attributes
/// by [Partials#seeOther(String, Toast)].
///
/// @param kind `ok`, `info` or `warn`
/// @param key of the sentence
/// @param value what {0} stands for, or an empty text
public record Toast(String kind, String key, String value) implements Serializable {

    public static Toast ok(String key) {
        return new Toast("ok", key, "");
    }

    public static Toast ok(String key, String value) {
        return new Toast("ok", key, value);
    }

    public static Toast warn(String key, String value) {
        return new Toast("warn", key, value);
    }
}
