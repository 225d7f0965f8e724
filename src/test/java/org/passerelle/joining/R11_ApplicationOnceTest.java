package org.passerelle.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.operators.OperatorBuilder.anOperator;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.operators.Operator;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.platform.mail.Mailbox;
import org.passerelle.platform.once.IntentReused;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.SomeFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import({House.class, Mailbox.class})
@DisplayName("R-11: a file, its answers, its proofs and an invitation are kept once, however often a button is pressed")
class R11_ApplicationOnceTest {

    @Autowired
    House house;

    @Autowired
    Joining joining;

    @Autowired
    Welcome welcome;

    @Autowired
    Identity identity;

    @Autowired
    Mailbox mailbox;

    @Autowired
    EveryOperator every;

    private Operator operator;
    private Application file;

    @BeforeEach
    void somebody_joins() {
        mailbox.collect();
        operator = house.has(anOperator());
        var who = SomeUsers.someoneOf(identity, operator.group(), operator.id(), Role.CANDIDATE);
        file = House.in(
                operator.id(), () -> joining.open(operator.id(), who.user().id(), who.email(), Map.of()));
    }

    private long rows(String table) {
        return every.sql()
                .sql("select count(*) from %s where operator_id = ?".formatted(table))
                .param(operator.id().value())
                .query(Long.class)
                .single();
    }

    @Test
    void one_file_for_one_person() {
        var again = House.in(
                operator.id(), () -> joining.open(operator.id(), file.user(), file.email(), Map.of("price", "500.00")));
        assertThat(again.id()).isEqualTo(file.id());
        assertThat(again.answers().text("price")).isEqualTo("500.00");
    }

    @Test
    void an_answer_under_one_intent_with_other_content_is_refused() {
        var intent = UUID.randomUUID();
        House.in(operator.id(), () -> joining.say(file.id(), Step.QUALIFICATION, Map.of("job", "Formateur"), intent));
        House.in(operator.id(), () -> joining.say(file.id(), Step.QUALIFICATION, Map.of("job", "Formateur"), intent));
        assertThatThrownBy(() -> House.in(
                        operator.id(),
                        () -> joining.say(file.id(), Step.QUALIFICATION, Map.of("job", "Autre"), intent)))
                .isInstanceOf(IntentReused.class);
    }

    @Test
    void a_proof_is_stored_once() {
        var intent = UUID.randomUUID();
        var pdf = SomeFiles.bytes(SomeFiles.pdf("carte"));
        for (int i = 0; i < 3; i++) {
            House.in(
                    operator.id(), () -> joining.attach(file.id(), ProofKind.IDENTITY, "carte.pdf", pdf, null, intent));
        }
        assertThat(rows("joining.proof")).isEqualTo(1);
        assertThat(rows("documents.document")).isEqualTo(1);
    }

    @Test
    void a_newer_proof_takes_the_place_of_the_one_before() {
        for (var name : new String[] {"une", "autre"}) {
            var pdf = SomeFiles.bytes(SomeFiles.pdf(name));
            House.in(
                    operator.id(),
                    () -> joining.attach(file.id(), ProofKind.BANK, name + ".pdf", pdf, null, UUID.randomUUID()));
        }
        var now = House.in(operator.id(), () -> joining.get(file.id()));
        assertThat(now.proofs()).extracting(Proof::fileName).containsExactly("autre.pdf");
        assertThat(rows("joining.proof")).isEqualTo(2);
    }

    @Test
    void an_invitation_is_sent_once() {
        var intent = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            House.in(operator.id(), () -> {
                welcome.invite(
                        operator.id(), "quelqu-une@example.org", file.user().toString(), intent);
                return true;
            });
        }
        assertThat(mailbox.collectFor("quelqu-une@example.org")).hasSize(1);
    }

    @Test
    void what_was_said_is_sealed() {
        House.in(
                operator.id(),
                () -> joining.say(file.id(), Step.IDENTITY, Map.of("lastName", "Reconnaissable"), UUID.randomUUID()));
        var row = every.sql()
                .sql("select encode(answers_sealed, 'escape') from joining.application where id = ?")
                .param(file.id().value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("Reconnaissable");
    }
}
