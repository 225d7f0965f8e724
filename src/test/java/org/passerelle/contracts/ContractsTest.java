package org.passerelle.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;

import eu.europa.esig.dss.enumerations.Indication;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.clients.Client;
import org.passerelle.contracts.core.HashChain;
import org.passerelle.contracts.core.SomePapers;
import org.passerelle.contracts.seal.OperatorSeals;
import org.passerelle.contracts.seal.PadesTest;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.passerelle.testing.House;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.PdfA;
import org.passerelle.testing.PdfText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@Import(House.class)
@DisplayName(
        "A paper from its draft to its seal: incomplete nobody signs, in order each signs once, sealed it never changes")
class ContractsTest {

    @Autowired
    House house;

    @Autowired
    Contracts contracts;

    @Autowired
    OperatorSeals seals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private Operator operator;
    private Person person;
    private Mission mission;

    @BeforeEach
    void a_house_with_a_mission() {
        operator = house.has(anOperator());
        person = house.has(operator, aPerson());
        Client client = house.has(operator, aClient());
        mission = house.has(person, client, aMission());
    }

    /// As the application's own role, in the scope of the operator.
    private <T> T written(java.util.function.Supplier<T> work) {
        return in(() -> new TransactionTemplate(transactions).execute(_ -> work.get()));
    }

    private Contract drafted(PaperKind kind) {
        return in(
                () -> contracts.draft(kind, person.id(), kind.isOfMission() ? mission.id() : null, UUID.randomUUID()));
    }

    private void theHouseSays() {
        House.in(operator.id(), () -> {
            contracts.sayHouse(operator.id(), SomePapers.HOUSE);
            return true;
        });
    }

    private <T> T in(java.util.concurrent.Callable<T> work) {
        return House.in(operator.id(), work);
    }

    private static Consent consent(String name) {
        return new Consent(name, "quelqu.un@example.org", "192.0.2.7", Drawing.of("10,20 30,40;50,60 70,80"));
    }

    private Signing sign(Contract contract, Party party, String name) {
        return in(() -> contracts.sign(contract.id(), party, Signature.How.SIGN_IN, consent(name)));
    }

    @Test
    void while_a_mention_is_missing_it_is_named_and_nobody_signs() {
        var contract = drafted(PaperKind.PORTAGE_CDI);
        var sending = in(() -> contracts.send(contract.id()));
        assertThat(sending)
                .isInstanceOfSatisfying(
                        Sending.Incomplete.class,
                        incomplete -> assertThat(incomplete.missing())
                                .extracting(one -> one.mention().id())
                                .containsExactly("pension"));
        assertThat(in(() -> contracts.get(contract.id())).state()).isEqualTo(ContractState.DRAFT);
        assertThat(sign(contract, Party.WORKER, "Camille"))
                .isInstanceOfSatisfying(
                        Signing.NotNow.class, not -> assertThat(not.why()).isEqualTo(Signing.Why.NOT_SENT));
        assertThat(PdfText.flat(in(() -> contracts.pdf(contract.id()))))
                .contains("PROJET")
                .contains("L1254-21, I, 6°");
        theHouseSays();
        assertThat(in(() -> contracts.send(contract.id()))).isInstanceOf(Sending.Sent.class);
    }

    @Test
    void each_signs_in_turn_and_the_last_one_seals() {
        theHouseSays();
        var contract = drafted(PaperKind.PORTAGE_CDI);
        in(() -> contracts.send(contract.id()));
        assertThat(sign(contract, Party.OPERATOR, "Maud"))
                .isInstanceOfSatisfying(
                        Signing.NotNow.class, not -> assertThat(not.why()).isEqualTo(Signing.Why.NOT_YOUR_TURN));
        assertThat(sign(contract, Party.WORKER, "Camille Exemple")).isInstanceOf(Signing.Signed.class);
        assertThat(sign(contract, Party.WORKER, "Another Name")).isInstanceOf(Signing.Signed.class);
        assertThat(sign(contract, Party.OPERATOR, "Maud Exemple")).isInstanceOf(Signing.Signed.class);

        var signed = in(() -> contracts.get(contract.id()));
        assertThat(signed.state()).isEqualTo(ContractState.SIGNED);
        assertThat(signed.signatures()).extracting(Signature::name).containsExactly("Camille Exemple", "Maud Exemple");
        var readHash = signed.sent().readSha256();
        assertThat(HashChain.firstBroken(readHash, signed.signatures())).isZero();

        var pdf = in(() -> contracts.pdf(contract.id()));
        var report = PadesTest.report(
                pdf, in(() -> seals.all(operator.id())).getLast().certificate());
        assertThat(report.getIndication(report.getFirstSignatureId())).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(PdfA.complaints(pdf)).isEmpty();
        var bare = PdfText.flat(pdf).replace(" ", "");
        assertThat(bare)
                .contains("Pagedepreuve")
                .contains(readHash)
                .contains("192.0.2.7")
                .contains("CamilleExemple");
        for (var one : signed.signatures()) assertThat(bare).contains(one.hash());
        for (var clause : in(() -> contracts.paper(contract.id())).clauses()) {
            assertThat(PdfText.flat(pdf)).contains(clause.heading());
        }
    }

    @Test
    void what_was_signed_is_refused_to_whoever_would_change_it() {
        theHouseSays();
        var contract = drafted(PaperKind.MISSION_LETTER);
        in(() -> contracts.send(contract.id()));
        assertThatThrownBy(() -> in(() -> contracts.say(contract.id(), Map.of("paper.conditions", "autres"))))
                .isInstanceOf(IllegalStateException.class);
        sign(contract, Party.WORKER, "Camille");
        sign(contract, Party.OPERATOR, "Maud");
        for (var statement : List.of(
                "update contracts.signature set name = 'X'",
                "delete from contracts.signature",
                "update contracts.sealed set sha256 = 'X'",
                "delete from contracts.contract",
                "update contracts.contract set facts = '{}'",
                "update contracts.contract set state = 'DRAFT'")) {
            assertThatThrownBy(() -> written(() -> jdbc.sql(statement).update()))
                    .as(statement)
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(in(() -> contracts.withdraw(contract.id(), "trop tard")).state())
                .isEqualTo(ContractState.SIGNED);
    }

    @Test
    void the_words_sent_do_not_follow_the_files_of_the_parties() {
        theHouseSays();
        var contract = drafted(PaperKind.PORTAGE_CDI);
        in(() -> contracts.send(contract.id()));
        var read = in(() -> contracts.pdf(contract.id()));
        House.in(operator.id(), () -> {
            contracts.sayHouse(operator.id(), Map.of("house.pension", "Une autre caisse"));
            return true;
        });
        assertThat(in(() -> contracts.pdf(contract.id()))).isEqualTo(read);
        sign(contract, Party.WORKER, "Camille");
        sign(contract, Party.OPERATOR, "Maud");
        assertThat(PdfText.flat(in(() -> contracts.pdf(contract.id()))))
                .contains("Retraite de l’Exemple")
                .doesNotContain("Une autre caisse");
    }

    @Test
    void refused_withdrawn_or_late_it_is_over() {
        theHouseSays();
        var refused = drafted(PaperKind.PORTAGE_CDI);
        in(() -> contracts.send(refused.id()));
        assertThat(in(() -> contracts.refuse(refused.id(), Party.WORKER, "La durée ne va pas"))
                        .closing()
                        .reason())
                .isEqualTo("La durée ne va pas");
        assertThat(sign(refused, Party.WORKER, "Camille")).isInstanceOf(Signing.NotNow.class);

        var late = drafted(PaperKind.PORTAGE_CDI);
        in(() -> contracts.send(late.id()));
        clock.move(Contracts.PATIENCE);
        assertThat(sign(late, Party.WORKER, "Camille"))
                .isInstanceOfSatisfying(
                        Signing.NotNow.class, not -> assertThat(not.why()).isEqualTo(Signing.Why.EXPIRED));
        assertThat(in(() -> contracts.get(late.id())).state()).isEqualTo(ContractState.EXPIRED);
        assertThatThrownBy(() -> in(
                        () -> contracts.withdraw(drafted(PaperKind.PORTAGE_CDI).id(), " ")))
                .isInstanceOf(InvalidValue.class);
        clock.reset();
    }

    @Test
    void a_paper_of_another_frame_or_of_nobodys_mission_is_not_drawn_up() {
        assertThatThrownBy(() -> drafted(PaperKind.CESA)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> in(() -> contracts.draft(PaperKind.COMMERCIAL, person.id(), null, UUID.randomUUID())))
                .isInstanceOf(InvalidValue.class);
        var other = house.has(operator, aPerson());
        assertThatThrownBy(() ->
                        in(() -> contracts.draft(PaperKind.COMMERCIAL, other.id(), mission.id(), UUID.randomUUID())))
                .isInstanceOf(java.util.NoSuchElementException.class);
    }

    @Test
    void R11_the_same_intent_draws_up_one_paper() {
        var intent = UUID.randomUUID();
        var one = in(() -> contracts.draft(PaperKind.PORTAGE_CDI, person.id(), null, intent));
        var again = in(() -> contracts.draft(PaperKind.PORTAGE_CDI, person.id(), null, intent));
        assertThat(again.id()).isEqualTo(one.id());
        assertThat(in(() -> contracts.all(operator.id()))).hasSize(1);
    }

    @Test
    void another_house_sees_nothing_of_it() {
        var contract = drafted(PaperKind.PORTAGE_CDI);
        var stranger = house.has(aCooperative());
        assertThat(House.in(stranger.id(), () -> contracts.find(contract.id()))).isEmpty();
        house.has(stranger, anEntrepreneur());
    }

    @Test
    void the_seal_is_renewed_once_and_old_papers_stay_valid() {
        theHouseSays();
        var contract = drafted(PaperKind.MISSION_LETTER);
        in(() -> contracts.send(contract.id()));
        sign(contract, Party.WORKER, "Camille");
        sign(contract, Party.OPERATOR, "Maud");
        House.in(operator.id(), () -> {
            contracts.renewSeal(operator.id(), 1);
            contracts.renewSeal(operator.id(), 1);
            return true;
        });
        assertThat(in(() -> contracts.sealsOf(operator.id())))
                .extracting(Seal::number)
                .containsExactly(1, 2);
        var first = in(() -> seals.all(operator.id())).getFirst().certificate();
        var report = PadesTest.report(in(() -> contracts.pdf(contract.id())), first);
        assertThat(report.getIndication(report.getFirstSignatureId())).isEqualTo(Indication.TOTAL_PASSED);
        var stored = written(() -> jdbc.sql("select sealed_key from contracts.seal_key where operator_id = ?")
                .param(operator.id().value())
                .query(byte[].class)
                .list());
        assertThat(stored).hasSize(2);
        assertThat(new String(stored.getFirst(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("MII");
    }
}
