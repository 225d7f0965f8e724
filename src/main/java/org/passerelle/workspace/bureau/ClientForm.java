package org.passerelle.workspace.bureau;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Client;
import org.passerelle.clients.ClientKind;
import org.passerelle.clients.ElectronicAddress;
import org.passerelle.clients.Held;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.Siret;
import org.passerelle.kernel.VatNumber;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;

/// The fields of a client, new or changed. A private individual is never asked for a SIREN (PS-01).
///
/// @param kinds to choose from; a single one is not asked for
/// @param before the client as it stands; null for a new one
/// @param held what of it stays as it is
record ClientForm(List<ClientKind> kinds, @Nullable Client before, Held held) {

    private static final Held NOTHING = new Held(false, false);

    static ClientForm fresh(boolean consumer) {
        var kinds = Arrays.stream(ClientKind.values())
                .filter(kind -> kind.isEnterprise() != consumer)
                .toList();
        return new ClientForm(kinds, null, NOTHING);
    }

    static ClientForm of(Client client, Held held) {
        return new ClientForm(held.kind() ? List.of(client.kind()) : List.of(ClientKind.values()), client, held);
    }

    private boolean asksSiren() {
        return kinds.stream().anyMatch(ClientKind::isEnterprise);
    }

    private boolean isConsumer() {
        return kinds.equals(List.of(ClientKind.CONSUMER));
    }

    static Standing standing(Client client) {
        var electronic = client.eInvoiceAddress();
        var standing = new Standing()
                .put("kind", client.kind())
                .put("name", client.name())
                .put("email", client.email())
                .put("siren", client.siren())
                .put("siret", client.siret())
                .put("vat", client.vat())
                .put("electronic", electronic)
                .put("term", client.paymentTermDays());
        return AddressFields.put(standing, client.address());
    }

    List<Form.Part> parts(Typed typed, Texts t) {
        var who = new ArrayList<Field>();
        if (kinds.size() > 1) {
            var options = kinds.stream()
                    .map(kind -> new Option(kind.name(), t.localize("bureau.client." + kind.name()), false))
                    .toList();
            who.add(typed.back(Field.select("kind", t.localize("bureau.col.kind"), options)));
        }
        who.add(typed.back(Field.text("name", t.localize(isConsumer() ? "bureau.client.person" : "bureau.client.name"))
                .must()));
        who.add(typed.back(
                Field.of("email", "email", t.localize("bureau.email")).must()));
        if (asksSiren()) {
            if (!sirenStays()) {
                who.add(typed.back(Field.text("siren", "SIREN").hint(t.localize("bureau.client.siren.hint"))));
            }
            who.add(typed.back(Field.text("siret", "SIRET").hint(t.localize("bureau.client.siret.hint"))));
            who.add(typed.back(Field.text("vat", t.localize("bureau.client.vat"))
                    .hint(before == null ? t.localize("bureau.client.vat.hint") : "")));
            who.add(typed.back(Field.text("electronic", t.localize("bureau.client.electronic"))
                    .hint(t.localize("bureau.client.electronic.hint"))));
        }
        who.add(typed.back(Field.of("number", "term", t.localize("bureau.client.term"))
                .must()
                .hint(t.localize("bureau.client.term.hint"))));
        return List.of(
                new Form.Part(t.localize("bureau.col.client"), who),
                new Form.Part(t.localize("bureau.address"), AddressFields.fields(typed, t)));
    }

    private boolean sirenStays() {
        return held.siren() && before != null && before.siren() != null;
    }

    /// @return null when something is missing or wrong; then the fields say what
    @Nullable
    Client read(OperatorId operator, Typed typed, Texts t) {
        var kind =
                kinds.size() > 1 ? typed.must("kind", text -> Typed.choice(ClientKind.class, text)) : kinds.getFirst();
        var name = typed.mustText("name");
        var email = typed.mustText("email");
        var siren = asksSiren() ? siren(typed) : null;
        var siret = asksSiren() ? typed.value("siret", Siret::of) : null;
        var vat = asksSiren() ? typed.value("vat", VatNumber::of) : null;
        var electronic = asksSiren() ? typed.value("electronic", ElectronicAddress::of) : null;
        var term = typed.must("term", Typed::whole);
        var address = AddressFields.read(typed, t);
        if (typed.hasErrors() || kind == null || term == null || address == null) return null;
        if (siren == null && siret != null) siren = siret.siren();
        try {
            return new Client(
                    before == null ? ClientId.random() : before.id(),
                    operator,
                    before == null ? Client.UNCODED : before.code(),
                    kind,
                    name,
                    siren,
                    siret,
                    vat == null && before == null && siren != null ? siren.vatNumber() : vat,
                    address,
                    email,
                    electronic,
                    term);
        } catch (InvalidValue e) {
            refuse(e, typed, t);
            return null;
        }
    }

    private @Nullable Siren siren(Typed typed) {
        return sirenStays() && before != null ? before.siren() : typed.value("siren", Siren::of);
    }

    /// Beside the field that it is about.
    static void refuse(InvalidValue e, Typed typed, Texts t) {
        var field = switch (e.code()) {
            case "siren.missing", "client.consumer_siren", "client.siren_bound" -> "siren";
            case "client.kind_bound" -> "kind";
            case "vat.missing" -> "vat";
            case "siret.siren" -> "siret";
            case "email.format" -> "email";
            case "payment_term.range" -> "term";
            default -> "name";
        };
        typed.refuse(field, t.error(e));
    }
}
