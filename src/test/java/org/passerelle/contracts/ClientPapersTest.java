package org.passerelle.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;

import eu.europa.esig.dss.enumerations.Indication;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.contracts.core.SomePapers;
import org.passerelle.contracts.seal.OperatorSeals;
import org.passerelle.contracts.seal.PadesTest;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.operators.Operator;
import org.passerelle.testing.Fictional;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.PdfA;
import org.passerelle.testing.PdfText;
import org.passerelle.testing.SomeFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName(
        "PS-56, C. trav. L1254-23: the client's own contract is annexed, and the amendment says and adds what it lacks")
class ClientPapersTest {

    private static final byte[] THEIRS = SomeFiles.bytes(SomeFiles.pdf("Contrat de prestation"));

    @Autowired
    House house;

    @Autowired
    Contracts contracts;

    @Autowired
    ClientPapers papers;

    @Autowired
    OperatorSeals seals;

    private Operator operator;
    private Contract draft;

    @BeforeEach
    void an_amendment_to_a_clients_contract() {
        operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        var mission = house.has(person, house.has(operator, aClient()), aMission());
        draft = in(() -> {
            contracts.sayHouse(operator.id(), SomePapers.HOUSE);
            var one = contracts.draft(PaperKind.COMMERCIAL_SUPPLEMENT, person.id(), mission.id(), UUID.randomUUID());
            var said = new HashMap<>(SomePapers.PAPER);
            said.put("paper.client_contract", "contrat-cadre 2026-17 du 3 mars 2026");
            return contracts.say(one.id(), said);
        });
    }

    private <T> T in(Callable<T> work) {
        return House.in(operator.id(), work);
    }

    private ClientPaper annex(byte @Nullable [] file, String... has) {
        return in(() -> papers.annex(draft.id(), file, "Contrat.pdf", List.of(has), UUID.randomUUID()));
    }

    private String text() {
        return PdfText.flat(in(() -> contracts.pdf(draft.id())));
    }

    @Test
    void there_are_nine_mentions_to_tick() {
        assertThat(ClientPapers.mentions())
                .extracting(Mention::article)
                .hasSize(9)
                .startsWith("C. trav. L1254-23, 1°")
                .endsWith("C. trav. L1254-23, 9°");
    }

    @Test
    void what_is_not_ticked_is_named_with_its_article_and_added() {
        annex(THEIRS, "service", "end", "price", "worker", "skills", "safety", "equipment");
        assertThat(text())
                .contains("identité du garant (C. trav. L1254-23, 8°)")
                .contains("numéro de contrat (C. trav. L1254-23, 9°)")
                .doesNotContain("prix convenu entre le salarié porté et le client (C. trav. L1254-23, 5°)");
    }

    @Test
    void one_that_says_all_nine_is_only_recalled() {
        annex(THEIRS, ClientPapers.mentions().stream().map(Mention::id).toArray(String[]::new));
        assertThat(text()).contains("comporte les neuf mentions").doesNotContain("ne les comporte pas");
    }

    @Test
    void read_again_the_file_stays_and_the_last_word_counts() {
        var first = annex(THEIRS);
        var second = annex(null, "price");
        assertThat(second.document()).isEqualTo(first.document());
        assertThat(second.version()).isEqualTo(2);
        assertThat(in(() -> papers.of(draft)).orElseThrow().has()).containsExactly("price");
    }

    @Test
    void R11_the_same_intent_annexes_once() {
        var intent = UUID.randomUUID();
        in(() -> papers.annex(draft.id(), THEIRS, "Contrat.pdf", List.of("price"), intent));
        var again = in(() -> papers.annex(draft.id(), THEIRS, "Contrat.pdf", List.of("price"), intent));
        assertThat(again.version()).isOne();
    }

    @Test
    void what_is_no_harmless_pdf_is_not_taken() {
        assertThatThrownBy(() -> annex(Fictional.picture()))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.code()).isEqualTo("client_paper.pdf"));
        assertThatThrownBy(() -> annex(SomeFiles.bytes("<svg/>"))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> annex(null)).isInstanceOf(InvalidValue.class);
        assertThat(in(() -> papers.of(draft))).isEmpty();
    }

    @Test
    void both_are_signed_by_one_act_and_sealed_and_nothing_is_annexed_afterwards() {
        var theirs = annex(THEIRS, "price");
        assertThat(in(() -> contracts.send(draft.id()))).isInstanceOf(Sending.Sent.class);
        assertThatThrownBy(() -> annex(THEIRS)).isInstanceOf(IllegalStateException.class);
        for (var party : Contracts.signers(PaperKind.COMMERCIAL_SUPPLEMENT)) {
            var consent = new Consent("Dominique Exemple", "quelqu.un@example.org", "192.0.2.7", null);
            assertThat(in(() -> contracts.sign(draft.id(), party, Signature.How.SIGN_IN, consent)))
                    .isInstanceOf(Signing.Signed.class);
        }
        var pdf = in(() -> contracts.pdf(draft.id()));
        assertThat(PdfText.flat(pdf).replace(" ", "")).contains(theirs.sha256());
        assertThat(PdfText.attached(pdf, ClientPaper.ANNEX)).isEqualTo(THEIRS);
        assertThat(PdfA.complaints(pdf)).isEmpty();
        var report = PadesTest.report(
                pdf, in(() -> seals.all(operator.id())).getLast().certificate());
        assertThat(report.getIndication(report.getFirstSignatureId())).isEqualTo(Indication.TOTAL_PASSED);
    }
}
