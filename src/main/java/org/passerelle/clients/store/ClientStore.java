package org.passerelle.clients.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Client;
import org.passerelle.clients.ClientKind;
import org.passerelle.clients.ElectronicAddress;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.Siret;
import org.passerelle.kernel.VatNumber;
import org.passerelle.platform.once.Revised;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads and writes `clients.client`.
@Repository
public class ClientStore {

    private final JdbcClient jdbc;

    ClientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when the intent was carried out before
    public boolean insert(Client client, UUID intent) {
        return jdbc.sql("""
                        insert into clients.client (operator_id, id, intent, code, kind, name, siren, siret, vat, address,
                            email, e_invoice_scheme, e_invoice_address, payment_term_days, brought_by)
                        values (:operator, :id, :intent, :code, :kind, :name, :siren, :siret, :vat, :address,
                            :email, :scheme, :e_address, :term, coalesce(current_setting('passerelle.actor', true), ''))
                        on conflict (operator_id, intent) do nothing""").params(columns(client)).param("intent", intent).update() > 0;
    }

    /// @return false when the scope has no such client
    public boolean update(Client client) {
        return jdbc.sql("""
                        update clients.client set kind = :kind, name = :name, siren = :siren, siret = :siret, vat = :vat,
                            address = :address, email = :email, e_invoice_scheme = :scheme,
                            e_invoice_address = :e_address, payment_term_days = :term,
                            revision = revision + 1
                        where operator_id = :operator and id = :id and code = :code""").params(columns(client)).update() > 0;
    }

    public Optional<Client> find(ClientId id) {
        return jdbc.sql("select * from clients.client where operator_id = any (platform.operators()) and id = :id")
                .param("id", id.value())
                .query(ClientStore::read)
                .optional();
    }

    public Optional<Revised<Client>> revised(ClientId id) {
        return revised(id, "");
    }

    /// The same, and nobody else changes it until the transaction ends.
    public Optional<Revised<Client>> lock(ClientId id) {
        return revised(id, " for update");
    }

    private Optional<Revised<Client>> revised(ClientId id, String lock) {
        return jdbc.sql("select * from clients.client where operator_id = any (platform.operators()) and id = :id%s"
                        .formatted(lock))
                .param("id", id.value())
                .query((row, index) -> new Revised<>(read(row, index), row.getInt("revision")))
                .optional();
    }

    public Optional<Client> byIntent(OperatorId operator, UUID intent) {
        return by(operator, "intent", intent);
    }

    public Optional<Client> byCode(OperatorId operator, String code) {
        return by(operator, "code", code);
    }

    /// @param column one of this file's own
    private Optional<Client> by(OperatorId operator, String column, Object value) {
        return jdbc.sql("select * from clients.client where operator_id = :operator and %s = :value".formatted(column))
                .param("operator", operator.value())
                .param("value", value)
                .query(ClientStore::read)
                .optional();
    }

    public List<String> codes(OperatorId operator) {
        return jdbc.sql("select code from clients.client where operator_id = :operator")
                .param("operator", operator.value())
                .query(String.class)
                .list();
    }

    public List<Client> all(OperatorId operator) {
        return jdbc.sql("select * from clients.client where operator_id = :operator order by code")
                .param("operator", operator.value())
                .query(ClientStore::read)
                .list();
    }

    public List<Client> broughtBy(OperatorId operator, String actor) {
        return jdbc.sql(
                        "select * from clients.client where operator_id = :operator and brought_by = :actor order by code")
                .param("operator", operator.value())
                .param("actor", actor)
                .query(ClientStore::read)
                .list();
    }

    private static Map<String, @Nullable Object> columns(Client client) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("operator", client.operator().value());
        columns.put("id", client.id().value());
        columns.put("code", client.code());
        columns.put("kind", client.kind().name());
        columns.put("name", client.name());
        columns.put("siren", text(client.siren()));
        columns.put("siret", text(client.siret()));
        columns.put("vat", text(client.vat()));
        var address = client.address();
        columns.put(
                "address",
                new String[] {address.line1(), address.line2(), address.postcode(), address.city(), address.country()});
        columns.put("email", client.email());
        var electronic = client.eInvoiceAddress();
        columns.put("scheme", electronic == null ? null : electronic.scheme());
        columns.put("e_address", electronic == null ? null : electronic.value());
        columns.put("term", client.paymentTermDays());
        return columns;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Client read(ResultSet row, int index) throws SQLException {
        var siren = row.getString("siren");
        var siret = row.getString("siret");
        var vat = row.getString("vat");
        var scheme = row.getString("e_invoice_scheme");
        var address = (String[]) row.getArray("address").getArray();
        return new Client(
                new ClientId(row.getObject("id", UUID.class)),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getString("code"),
                ClientKind.valueOf(row.getString("kind")),
                row.getString("name"),
                siren == null ? null : Siren.of(siren),
                siret == null ? null : Siret.of(siret),
                vat == null ? null : VatNumber.of(vat),
                new PostalAddress(address[0], address[1], address[2], address[3], address[4]),
                row.getString("email"),
                scheme == null ? null : new ElectronicAddress(scheme, row.getString("e_invoice_address")),
                row.getInt("payment_term_days"));
    }
}
