package org.passerelle.clients.core;

import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.passerelle.clients.Client;
import org.passerelle.clients.Held;
import org.passerelle.kernel.InvalidValue;

/// What a change makes of a client, and what it may not make of it.
public final class ClientEdit {

    private ClientEdit() {}

    /// Invoices and verdicts name who the client was. A company that takes over another is another client; a SIREN may
    /// be added where there was none (a client abroad, known by its VAT number).
    ///
    /// @throws InvalidValue `client.kind_bound` or `client.siren_bound`
    public static void check(Client before, Client after, Held held) {
        if (held.kind() && before.kind() != after.kind()) throw new InvalidValue("client.kind_bound", "");
        var siren = before.siren();
        if (held.siren() && siren != null && !siren.equals(after.siren()))
            throw new InvalidValue("client.siren_bound", "");
    }

    /// For the trail: which fields, and of those that decide on law or money what they held. Never a name, an address
    /// or an e-mail (S-44).
    ///
    /// @return empty when nothing changed
    public static TreeMap<String, String> details(Client before, Client after) {
        var fields = new TreeSet<String>();
        var details = new TreeMap<String, String>();
        if (before.kind() != after.kind()) {
            fields.add("kind");
            details.put("kind", before.kind() + " → " + after.kind());
        }
        if (!before.name().equals(after.name())) fields.add("name");
        if (!Objects.equals(before.siren(), after.siren())) {
            fields.add("siren");
            details.put("siren", before.siren() + " → " + after.siren());
        }
        if (!Objects.equals(before.siret(), after.siret())) fields.add("siret");
        if (!Objects.equals(before.vat(), after.vat())) fields.add("vat");
        if (!before.address().equals(after.address())) fields.add("address");
        if (!before.email().equals(after.email())) fields.add("email");
        if (!Objects.equals(before.eInvoiceAddress(), after.eInvoiceAddress())) fields.add("electronic");
        if (before.paymentTermDays() != after.paymentTermDays()) {
            fields.add("term");
            details.put("term", before.paymentTermDays() + " → " + after.paymentTermDays());
        }
        if (fields.isEmpty()) return details;
        details.put("code", after.code());
        details.put("fields", String.join(", ", fields));
        return details;
    }
}
