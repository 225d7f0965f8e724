package org.passerelle.collection.web;

import java.util.UUID;
import org.passerelle.platform.web.Field;

/// The client contests an invoice.
///
/// @param said what is contested already, or empty
public record DisputeView(
        String number,
        String house,
        String said,
        Field reason,
        boolean wrong,
        String back,
        String action,
        UUID intent) {}
