package org.passerelle.invoicing.core;

import org.jspecify.annotations.Nullable;

/// Where an invoice is sent from or to (BT-34, BT-49): required of both parties, consumers included (BR-FR-12, 13).
///
/// @param scheme 0225 French directory, EM e-mail
public record ElectronicAddress(String scheme, String value) {

    private static final String DIRECTORY = "0225";
    private static final String EMAIL = "EM";

    public static ElectronicAddress of(Seller seller) {
        var registered = seller.eInvoiceAddress();
        if (registered != null && !registered.isBlank()) return new ElectronicAddress(DIRECTORY, registered);
        return new ElectronicAddress(DIRECTORY, seller.siret().siren().value());
    }

    /// The address in the directory, else the SIREN, else the e-mail; null when there is none of them.
    public static @Nullable ElectronicAddress of(Buyer buyer) {
        var registered = buyer.eInvoiceAddress();
        if (registered != null && !registered.isBlank()) return new ElectronicAddress(DIRECTORY, registered);
        var siren = buyer.siren();
        if (siren != null) return new ElectronicAddress(DIRECTORY, siren.value());
        return buyer.email().isBlank() ? null : new ElectronicAddress(EMAIL, buyer.email());
    }

    public boolean isEmail() {
        return scheme.equals(EMAIL);
    }

    /// `0225:123456782`, or the plain e-mail address.
    @Override
    public String toString() {
        return isEmail() ? value : scheme + ":" + value;
    }
}
