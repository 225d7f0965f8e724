package org.passerelle.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.contracts.core.SomePapers;
import org.passerelle.contracts.seal.OperatorSeals;
import org.passerelle.contracts.seal.PadesTest;
import org.passerelle.contracts.seal.SomeTimeAuthority;
import org.passerelle.operators.Operator;
import org.passerelle.testing.House;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.PdfA;
import org.passerelle.testing.PdfText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@PasserelleTest
@Import(House.class)
@DisplayName(
        "Where a time-stamp authority is named the last signature is sealed at level T; when it fails, at B, and the evidence says so")
class StampedPapersTest {

    private static final SomeTimeAuthority AUTHORITY = new SomeTimeAuthority(Instant.EPOCH);

    @Autowired
    House house;

    @Autowired
    Contracts contracts;

    @Autowired
    OperatorSeals seals;

    @Autowired
    MovableClock clock;

    private Operator operator;

    @DynamicPropertySource
    static void an_authority(DynamicPropertyRegistry settings) {
        settings.add("passerelle.seal.time-stamp-url", AUTHORITY::url);
        settings.add("passerelle.seal.time-stamp-seconds", () -> 1);
    }

    @AfterAll
    static void it_closes() {
        AUTHORITY.close();
    }

    @BeforeEach
    void it_knows_the_time() {
        AUTHORITY.says(clock.instant().plusSeconds(2));
        operator = house.has(anOperator());
    }

    private <T> T in(Callable<T> work) {
        return House.in(operator.id(), work);
    }

    private Contract signed() {
        var person = house.has(operator, aPerson());
        return in(() -> {
            contracts.sayHouse(operator.id(), SomePapers.HOUSE);
            var draft = contracts.draft(PaperKind.PORTAGE_CDI, person.id(), null, UUID.randomUUID());
            contracts.send(draft.id());
            for (var party : Contracts.signers(draft.kind())) {
                contracts.sign(
                        draft.id(),
                        party,
                        Signature.How.SIGN_IN,
                        new Consent("Camille Exemple", "quelqu.un@example.org", "192.0.2.7", null));
            }
            return contracts.get(draft.id());
        });
    }

    private SignatureLevel level(byte[] pdf) {
        var certificate = in(() -> seals.all(operator.id())).getLast().certificate();
        var report = PadesTest.report(pdf, certificate, AUTHORITY.certificate());
        assertThat(report.getIndication(report.getFirstSignatureId())).isEqualTo(Indication.TOTAL_PASSED);
        return report.getSignatureFormat(report.getFirstSignatureId());
    }

    @Test
    void it_stamps() {
        AUTHORITY.is(SomeTimeAuthority.Mood.STAMPS);
        var paper = signed();
        var pdf = in(() -> contracts.pdf(paper.id()));
        assertThat(paper.sealed().timeStamped()).isTrue();
        assertThat(level(pdf)).isEqualTo(SignatureLevel.PAdES_BASELINE_T);
        assertThat(PdfText.flat(pdf)).contains("jeton d’horodatage de l’autorité 127.0.0.1");
        assertThat(PdfA.complaints(pdf)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STAMPS")
    void it_does_not_and_nobody_waits(SomeTimeAuthority.Mood mood) {
        AUTHORITY.is(mood);
        var paper = signed();
        var pdf = in(() -> contracts.pdf(paper.id()));
        assertThat(paper.state()).isEqualTo(ContractState.SIGNED);
        assertThat(paper.sealed().timeStamped()).isFalse();
        assertThat(level(pdf)).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        assertThat(PdfText.flat(pdf)).contains("n’a pas donné de jeton");
    }
}
