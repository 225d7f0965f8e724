package org.passerelle.joining.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.joining.Answers;
import org.passerelle.joining.Gate;
import org.passerelle.joining.Proof;
import org.passerelle.joining.ProofKind;
import org.passerelle.joining.Readiness;
import org.passerelle.joining.Step;
import org.passerelle.joining.TitleAnswer;
import org.passerelle.kernel.DocumentId;
import org.passerelle.law.Laws;
import org.passerelle.law.Territory;
import org.passerelle.law.WorkingDays;
import org.passerelle.people.ContractKind;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;

@DisplayName(
        "CA-41: « moins de 24 h » is computed for this person; KY-05, PS-53, PS-30 and the signature are never skipped")
class CA41_GatesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 23);
    private static final Laws LAWS = Laws.load();

    private final Map<ProofKind, Proof> proofs = new EnumMap<>(ProofKind.class);
    private Answers said = new Answers(Map.of(
            "diploma", "7",
            "experience", "60",
            "nationality", "FR",
            "foundClient", "true",
            "setPrice", "true",
            "autonomous", "true"));
    private ContractKind kind = ContractKind.CDI;
    private List<Step> open = List.of();
    private @Nullable LocalDate asked;
    private @Nullable TitleAnswer answer;
    private LocalDate insuredUntil = LocalDate.of(2027, 12, 31);
    private Situation.Papers papers = Situation.Papers.NONE;
    private LocalDate today = TODAY;

    private Readiness readiness() {
        return Gates.of(new Situation(
                kind,
                said,
                open,
                proofs,
                asked,
                answer,
                insuredUntil,
                papers,
                today,
                WorkingDays.in(Territory.FRANCE),
                LAWS.on(today)));
    }

    private void has(ProofKind what, Proof.Verdict verdict) {
        has(what, verdict, null);
    }

    private void has(ProofKind what, Proof.Verdict verdict, @Nullable LocalDate expires) {
        var reason = verdict == Proof.Verdict.REFUSED ? "illisible" : null;
        proofs.put(
                what,
                new Proof(
                        UUID.randomUUID(),
                        what,
                        DocumentId.random(),
                        "x.pdf",
                        Instant.EPOCH,
                        expires,
                        verdict,
                        reason));
    }

    private void hasAllProofs() {
        for (var each : List.of(ProofKind.IDENTITY, ProofKind.DIPLOMA, ProofKind.BANK, ProofKind.WORK_TITLE)) {
            has(each, Proof.Verdict.ACCEPTED);
        }
    }

    private void isForeign() {
        said = said.with(Map.of("nationality", "OTHER", "titleUntil", "2028-01-31"));
        hasAllProofs();
    }

    private Gate gate(String key) {
        return readiness().gates().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_complete_file_starts_the_same_day_once_the_papers_are_done() {
        hasAllProofs();
        assertThat(readiness().beforeAdmission()).isEmpty();
        assertThat(readiness().beforeStart()).extracting(Gate::key).containsExactly("PS-40.signed", "PS-53.start");
        assertThat(readiness().earliest()).isEqualTo(TODAY);
        assertThat(readiness().withinADay()).isTrue();
        papers = new Situation.Papers(true, true, true, false, Situation.Hiring.ACKNOWLEDGED);
        assertThat(readiness().mayStart()).isTrue();
        assertThat(gate("PS-55.signed").stops(Gate.Moment.START)).isFalse();
    }

    @DisplayName(
            "T14, KY-05: asked on Wednesday 23 December 2026 without an answer, the duty is met at the end of the 26th")
    @Test
    void silence_of_the_prefecture() {
        isForeign();
        asked = TODAY;
        assertThat(readiness().earliest()).isEqualTo(LocalDate.of(2026, 12, 27));
        assertThat(readiness().withinADay()).isFalse();
        assertThat(gate("KY-05.silence").state()).isEqualTo(Gate.State.AWAITED);
        today = LocalDate.of(2026, 12, 26);
        assertThat(gate("KY-05.silence").state()).isEqualTo(Gate.State.AWAITED);
        today = LocalDate.of(2026, 12, 27);
        assertThat(gate("KY-05.silence").state()).isEqualTo(Gate.State.MET);
    }

    @DisplayName("KY-05, R5221-41: even with an early answer the request precedes the hire by two working days")
    @ParameterizedTest(name = "asked {0}, answer {1}: not before {2}")
    @CsvSource({
        "2026-12-23, , 2026-12-27",
        "2026-12-23, AUTHENTIC, 2026-12-26",
        "2026-12-21, , 2026-12-24",
        "2026-12-21, AUTHENTIC, 2026-12-23"
    })
    void two_working_days(LocalDate on, @Nullable TitleAnswer said, LocalDate first) {
        isForeign();
        today = on;
        asked = on;
        answer = said;
        assertThat(readiness().earliest()).isEqualTo(first);
    }

    @Test
    void KY05_nobody_asked_yet_counts_from_today() {
        isForeign();
        assertThat(gate("KY-05.ask").who()).isEqualTo(Gate.Party.HOUSE);
        assertThat(readiness().earliest()).isEqualTo(LocalDate.of(2026, 12, 27));
    }

    @Test
    void KY05_a_job_seeker_is_exempt_from_the_request_and_not_from_the_title() {
        isForeign();
        said = said.with(Map.of("jobSeeker", "true"));
        assertThat(readiness().withinADay()).isTrue();
        proofs.remove(ProofKind.WORK_TITLE);
        assertThat(readiness().beforeAdmission()).extracting(Gate::key).containsExactly("KY-05.title");
    }

    @Test
    void KY05_a_refused_or_expired_title_shuts_the_door() {
        isForeign();
        asked = TODAY;
        answer = TitleAnswer.NOT_AUTHENTIC;
        assertThat(gate("KY-05.refused").state()).isEqualTo(Gate.State.SHUT);
        assertThat(readiness().earliest()).isNull();
        answer = null;
        said = said.with(Map.of("titleUntil", TODAY.minusDays(1).toString()));
        assertThat(gate("KY-05.expired").state()).isEqualTo(Gate.State.SHUT);
        said = said.with(Map.of("titleUntil", TODAY.plusDays(2).toString()));
        assertThat(readiness().earliest())
                .as("expires before the first lawful day")
                .isNull();
    }

    @DisplayName("PS-06: a diploma of level 5 or 36 months, with its proof")
    @ParameterizedTest(name = "level {0}, {1} months: {2}")
    @CsvSource({
        "4, 35, PS-06, SHUT",
        "5, 0, PS-06.proof, MISSING",
        "4, 36, PS-06.proof, MISSING",
        "7, 60, PS-06.proof, MISSING"
    })
    void qualification(String level, String months, String key, Gate.State state) {
        said = said.with(Map.of("diploma", level, "experience", months));
        assertThat(gate(key).state()).isEqualTo(state);
    }

    @Test
    void PS06_is_asked_by_portage_only() {
        kind = ContractKind.CESA;
        said = said.with(Map.of("diploma", "0", "experience", "0"));
        assertThat(readiness().gates()).extracting(Gate::key).noneMatch(key -> key.startsWith("PS-06"));
    }

    @Test
    void PS05_the_house_that_found_the_client_and_set_the_price_is_refused() {
        said = said.with(Map.of("foundClient", "false", "setPrice", "false"));
        assertThat(gate("PS-05.directed").state()).isEqualTo(Gate.State.SHUT);
        said = said.with(Map.of("setPrice", "true", "autonomous", ""));
        assertThat(gate("PS-05.statement").state()).isEqualTo(Gate.State.MISSING);
    }

    @Test
    void PS30_no_insurance_no_start() {
        hasAllProofs();
        insuredUntil = TODAY;
        assertThat(readiness().mayStart()).isFalse();
        assertThat(gate("PS-30.start").isMet()).isTrue();
        insuredUntil = TODAY.minusDays(1);
        assertThat(gate("PS-30.start").state()).isEqualTo(Gate.State.SHUT);
    }

    @DisplayName(
            "PS-53: declared is not acknowledged, and refused is to be made again; without employment contract none")
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "CDI, , MISSING",
        "CDI, MADE, AWAITED",
        "CDI, ACKNOWLEDGED, MET",
        "CDI, REFUSED, MISSING",
        "CESA, MADE, AWAITED"
    })
    void declaration(ContractKind of, Situation.@Nullable Hiring made, Gate.State state) {
        kind = of;
        papers = new Situation.Papers(true, true, true, true, made);
        assertThat(gate("PS-53.start").state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"CAPE", "MANDATE"})
    void PS53_is_not_asked_without_an_employment_contract(ContractKind of) {
        kind = of;
        assertThat(readiness().gates()).extracting(Gate::key).doesNotContain("PS-53.start");
    }

    @Test
    void KY01_an_expired_or_refused_proof_is_asked_for_again() {
        hasAllProofs();
        has(ProofKind.IDENTITY, Proof.Verdict.ACCEPTED, TODAY.minusDays(1));
        assertThat(gate("KY-01.identity").state()).isEqualTo(Gate.State.MISSING);
        has(ProofKind.IDENTITY, Proof.Verdict.ACCEPTED, TODAY);
        assertThat(gate("KY-01.identity").isMet()).isTrue();
        has(ProofKind.IDENTITY, Proof.Verdict.REFUSED);
        assertThat(gate("KY-01.identity").who()).isEqualTo(Gate.Party.APPLICANT);
        has(ProofKind.IDENTITY, Proof.Verdict.WAITING);
        assertThat(gate("KY-01.identity").who()).isEqualTo(Gate.Party.HOUSE);
    }

    @Test
    void each_gate_has_its_sentence_and_its_name_in_both_languages() {
        open = List.of(Step.PAY);
        isForeign();
        proofs.clear();
        for (var language : Language.values()) {
            var t = Texts.in(language);
            for (var each : ContractKind.values()) {
                kind = each;
                for (var gate : readiness().gates()) {
                    assertThat(t.has("joining.gate." + gate.key()))
                            .as(gate.key())
                            .isTrue();
                    assertThat(t.finding(gate.what())).as(gate.key()).doesNotContain("{");
                    assertThat(gate.what().article()).isNotBlank();
                }
            }
        }
    }
}
