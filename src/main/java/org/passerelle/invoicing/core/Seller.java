package org.passerelle.invoicing.core;

import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siret;
import org.passerelle.kernel.VatNumber;

/// Who sells (IN-04): the portage company, the cooperative, or the independent.
///
/// @param legalLine legal form, share capital and register: `SAS au capital de 10 000 € – RCS Paris` (BT-33)
/// @param vat null for a seller in franchise who has none
/// @param eInvoiceAddress scheme 0225; null means the plain SIREN (BT-34)
/// @param email where questions go; shown on the page (BT-43)
public record Seller(
        String name,
        String legalLine,
        Siret siret,
        @Nullable VatNumber vat,
        PostalAddress address,
        @Nullable String eInvoiceAddress,
        String email) {}
