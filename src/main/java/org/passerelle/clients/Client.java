package org.passerelle.clients;

import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.Siret;
import org.passerelle.kernel.VatNumber;

/// Somebody who buys.
///
/// @param code unique in the entity: `C-001`
/// @param siren required for an enterprise in France (PS-01, IN-12); none for a consumer
/// @param siret the place of business, when known; belongs to [#siren]
/// @param vat the VAT number; an enterprise abroad is named by it when it has no SIREN
/// @param email where papers and reminders go
/// @param eInvoiceAddress when it differs from the usual one; see [#electronicAddress]
/// @param paymentTermDays days from the invoice date to the due date, 0 to 60 (IN-20)
public record Client(
        ClientId id,
        OperatorId operator,
        String code,
        ClientKind kind,
        String name,
        @Nullable Siren siren,
        @Nullable Siret siret,
        @Nullable VatNumber vat,
        PostalAddress address,
        String email,
        @Nullable ElectronicAddress eInvoiceAddress,
        int paymentTermDays) {

    /// The code of somebody who will receive one when registered.
    public static final String UNCODED = "X";

    public Client {
        if (!code.matches("[A-Z0-9][A-Z0-9-]{0,19}")) throw new InvalidValue("code.format", code);
        if (name.isBlank()) throw new InvalidValue("name.missing", "");
        if (!email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) throw new InvalidValue("email.format", email);
        if (paymentTermDays < 0 || paymentTermDays > 60) {
            throw new InvalidValue("payment_term.range", Integer.toString(paymentTermDays));
        }
        if (kind == ClientKind.CONSUMER) {
            if (siren != null || siret != null || vat != null) throw new InvalidValue("client.consumer_siren", "");
        } else if (siren == null) {
            if (address.country().equals("FR")) throw new InvalidValue("siren.missing", "");
            if (vat == null) throw new InvalidValue("vat.missing", "");
        }
        if (siret != null && !siret.siren().equals(siren)) throw new InvalidValue("siret.siren", siret.value());
    }

    /// The same client under another code.
    public Client coded(String other) {
        return new Client(
                id, operator, other, kind, name, siren, siret, vat, address, email, eInvoiceAddress, paymentTermDays);
    }

    public boolean isConsumer() {
        return kind == ClientKind.CONSUMER;
    }

    /// Where electronic invoices go: the address agreed, else the SIREN for an enterprise in France, else the e-mail.
    public ElectronicAddress electronicAddress() {
        if (eInvoiceAddress != null) return eInvoiceAddress;
        return siren == null ? new ElectronicAddress("EM", email) : new ElectronicAddress("0225", siren.value());
    }
}
