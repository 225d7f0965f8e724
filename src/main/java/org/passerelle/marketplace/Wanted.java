package org.passerelle.marketplace;

import org.jspecify.annotations.Nullable;
import org.passerelle.frames.ClientKind;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;

/// What somebody looks for. What is null or empty does not matter.
///
/// @param least price of a day that the offer must reach, excl. VAT
/// @param page from 1
public record Wanted(
        String words,
        @Nullable Frame frame,
        @Nullable ClientKind client,
        @Nullable Remote remote,
        @Nullable Money least,
        int page) {

    /// Offers on one page.
    public static final int PAGE = 20;

    public static Wanted words(String words) {
        return new Wanted(words, null, null, null, null, 1);
    }
}
