package org.passerelle.cli.month;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.clients.Client;
import org.passerelle.clients.ClientKind;
import org.passerelle.clients.ElectronicAddress;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.Siret;
import org.passerelle.kernel.VatNumber;

/// clients.csv: who buys.
final class ClientsFile {

    static final List<String> COLUMNS = List.of(
            "operator",
            "code",
            "kind",
            "name",
            "siren",
            "siret",
            "vat",
            "address",
            "address2",
            "postcode",
            "city",
            "country",
            "email",
            "e_invoice_address",
            "payment_term_days");

    private ClientsFile() {}

    static void read(Sources sources, Map<String, House> houses) {
        for (var row : Table.read(sources, "clients.csv", "client", COLUMNS)) {
            var house = row.known("operator", houses, "");
            var code = row.text("code");
            if (house == null) continue;
            if (house.clients().containsKey(code)) row.problem("code", "code_twice", code);
            client(house, code, row).ifPresent(client -> house.clients().put(code, client));
            if (row.isBad()) sources.spoil("client", house.code(), code);
        }
    }

    private static Optional<Client> client(House house, String code, Row row) {
        var kind = row.choice("kind", ClientKind.class);
        var name = row.text("name");
        var siren = row.maybe("siren", Siren::of);
        var siret = row.maybe("siret", Siret::of);
        var vat = row.maybe("vat", VatNumber::of);
        var address = PeopleFile.address(row);
        var email = row.text("email");
        var electronic = row.maybe("e_invoice_address", ElectronicAddress::of);
        int term = row.whole("payment_term_days");
        if (row.isBad() || address.isEmpty()) return Optional.empty();
        return row.build(() -> new Client(
                new ClientId(Ids.of("client", house.operator().id(), code)),
                house.operator().id(),
                code,
                kind,
                name,
                siren,
                siret,
                vat,
                address.get(),
                email,
                electronic,
                term));
    }
}
