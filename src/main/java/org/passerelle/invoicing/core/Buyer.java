package org.passerelle.invoicing.core;

import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.Siret;
import org.passerelle.kernel.VatNumber;

/// Who buys. A consumer has no SIREN and is reached by e-mail.
///
/// @param siren null for a consumer and for a foreign business; inside France without it nothing is issued (IN-12)
/// @param eInvoiceAddress scheme 0225 of the directory; null means the plain SIREN, then the e-mail (BT-49)
/// @param email empty when unknown
public record Buyer(
        String name,
        @Nullable Siren siren,
        @Nullable Siret siret,
        @Nullable VatNumber vat,
        PostalAddress address,
        @Nullable String eInvoiceAddress,
        String email) {}
