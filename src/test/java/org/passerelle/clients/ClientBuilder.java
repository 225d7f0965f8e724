package org.passerelle.clients;

import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.Siret;
import org.passerelle.kernel.VatNumber;
import org.passerelle.testing.Fictional;

/// A client of which the test says only what matters: `aConsumer().of(operator)`.
public final class ClientBuilder {

    private final int number = Fictional.next();
    private final ClientKind kind;
    private OperatorId operator = OperatorId.random();
    private String code = "C-%03d".formatted(number);
    private String name = "Société de l'Exemple " + number;
    private @Nullable Siren siren;
    private @Nullable Siret siret;
    private PostalAddress address = Fictional.address();
    private @Nullable VatNumber vat;
    private @Nullable ElectronicAddress electronic;

    private ClientBuilder(ClientKind kind) {
        this.kind = kind;
        if (kind.isEnterprise()) {
            siren = Fictional.siren(number);
            siret = Fictional.siret(siren);
        }
    }

    public static ClientBuilder aClient() {
        return new ClientBuilder(ClientKind.COMPANY);
    }

    public static ClientBuilder aClient(ClientKind kind) {
        return new ClientBuilder(kind);
    }

    public static ClientBuilder aConsumer() {
        return new ClientBuilder(ClientKind.CONSUMER).named("Dominique Particulier");
    }

    public ClientBuilder of(OperatorId operator) {
        this.operator = operator;
        return this;
    }

    public ClientBuilder coded(String code) {
        this.code = code;
        return this;
    }

    public ClientBuilder named(String name) {
        this.name = name;
        return this;
    }

    public ClientBuilder livingAt(PostalAddress address) {
        this.address = address;
        return this;
    }

    public ClientBuilder with(@Nullable Siren siren) {
        this.siren = siren;
        this.siret = null;
        return this;
    }

    public ClientBuilder reachedAt(String electronic) {
        this.electronic = ElectronicAddress.of(electronic);
        return this;
    }

    public Client build() {
        return new Client(
                ClientId.random(),
                operator,
                code,
                kind,
                name,
                siren,
                siret,
                vat,
                address,
                "client%d@example.com".formatted(number),
                electronic,
                30);
    }
}
