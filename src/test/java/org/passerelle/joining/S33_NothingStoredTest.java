package org.passerelle.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.operators.OperatorBuilder.anOperator;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.documents.intake.BadFiles;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.platform.mail.Mailbox;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.SomeFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import({House.class, Mailbox.class})
@DisplayName("S-33: of the whole corpus of bad files nothing is stored")
class S33_NothingStoredTest {

    @Autowired
    House house;

    @Autowired
    Joining joining;

    @Autowired
    Identity identity;

    @Autowired
    EveryOperator every;

    @Test
    void each_is_refused_and_nothing_is_kept() {
        var operator = house.has(anOperator());
        var who = SomeUsers.someoneOf(identity, operator.group(), operator.id(), Role.CANDIDATE);
        var file = House.in(
                operator.id(), () -> joining.open(operator.id(), who.user().id(), who.email(), Map.of()));
        for (var bad : BadFiles.all()) {
            assertThatThrownBy(() -> House.in(
                            operator.id(),
                            () -> joining.attach(
                                    file.id(), ProofKind.IDENTITY, bad.name(), bad.content(), null, UUID.randomUUID())))
                    .as(bad.what())
                    .isInstanceOf(InvalidValue.class);
        }
        assertThat(House.in(operator.id(), () -> joining.get(file.id())).proofs())
                .isEmpty();
        for (var table : new String[] {"documents.document", "joining.proof"}) {
            assertThat(every.sql()
                            .sql("select count(*) from %s where operator_id = ?".formatted(table))
                            .param(operator.id().value())
                            .query(Long.class)
                            .single())
                    .isZero();
        }
        assertThat(House.in(
                                operator.id(),
                                () -> joining.attach(
                                        file.id(),
                                        ProofKind.IDENTITY,
                                        "carte.pdf",
                                        SomeFiles.bytes(SomeFiles.pdf("carte")),
                                        null,
                                        UUID.randomUUID()))
                        .proofs())
                .hasSize(1);
    }
}
