package org.passerelle.marketplace.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.platform.web.Field;

/// An offer with what the law says of it, as it is read.
///
/// @param answer the form of a proposal, when this reader may make one
/// @param mine what this reader proposed, or an empty text
/// @param share what it would change for this reader, or an empty text
public record OfferView(
        OfferRow row,
        List<String> words,
        String start,
        String activity,
        List<Frame> frames,
        String share,
        String mine,
        List<Field> answer,
        String refusal,
        boolean wrong,
        boolean worker,
        Field report,
        UUID intent) {

    /// @param verdict `proposed` or `refused`
    public record Frame(String name, String verdict, String word, List<Reason> reasons) {}

    /// @param article on which it stands, or an empty text
    public record Reason(String sentence, String article) {}
}
