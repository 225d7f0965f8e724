package org.passerelle.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.clients.ClientBuilder.aConsumer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.testing.Fictional;

@DisplayName("PS-01, IN-12: an enterprise has a SIREN, a private individual is never asked for one")
class ClientTest {

    @ParameterizedTest
    @EnumSource(value = ClientKind.class, names = "CONSUMER", mode = EnumSource.Mode.EXCLUDE)
    void an_enterprise_in_France_without_a_SIREN_is_no_client(ClientKind kind) {
        assertThatThrownBy(() -> aClient(kind).with(null).build())
                .isInstanceOf(InvalidValue.class)
                .hasMessage("siren.missing");
    }

    @Test
    void a_consumer_holds_no_SIREN() {
        assertThatThrownBy(() -> aConsumer().with(Fictional.siren()).build())
                .isInstanceOf(InvalidValue.class)
                .hasMessage("client.consumer_siren");
    }

    @Test
    void an_invoice_reaches_an_enterprise_by_its_SIREN_and_a_consumer_by_e_mail() {
        var company = aClient().build();
        assertThat(company.electronicAddress().scheme()).isEqualTo("0225");
        assertThat(company.electronicAddress().value())
                .isEqualTo(company.siren().value());
        var consumer = aConsumer().build();
        assertThat(consumer.electronicAddress().scheme()).isEqualTo("EM");
        assertThat(consumer.electronicAddress().value()).isEqualTo(consumer.email());
    }

    @Test
    void an_address_agreed_with_the_client_goes_before_the_usual_one() {
        var client = aClient().reachedAt("990000001_FACTURES").build();
        assertThat(client.electronicAddress()).isEqualTo(new ElectronicAddress("0225", "990000001_FACTURES"));
    }
}
