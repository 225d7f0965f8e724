package org.passerelle.joining.core;

import static org.passerelle.joining.Gate.Moment.ADMISSION;
import static org.passerelle.joining.Gate.Moment.SOON;
import static org.passerelle.joining.Gate.Moment.START;
import static org.passerelle.joining.Gate.Party.APPLICANT;
import static org.passerelle.joining.Gate.Party.AUTHORITY;
import static org.passerelle.joining.Gate.Party.CLIENT;
import static org.passerelle.joining.Gate.Party.HOUSE;
import static org.passerelle.joining.Gate.State.AWAITED;
import static org.passerelle.joining.Gate.State.MET;
import static org.passerelle.joining.Gate.State.MISSING;
import static org.passerelle.joining.Gate.State.SHUT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.passerelle.joining.Gate;
import org.passerelle.joining.Proof;
import org.passerelle.joining.ProofKind;
import org.passerelle.joining.Readiness;
import org.passerelle.joining.TitleAnswer;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Delays;
import org.passerelle.people.ContractKind;

/// The state machine of joining: every gate is asked each time, in order, from what is so on that day. Nothing that
/// the law wants is skipped by hurry (CA-41).
public final class Gates {

    private final Situation so;
    private final List<Gate> gates = new ArrayList<>();

    private Gates(Situation so) {
        this.so = so;
    }

    /// What is missing, for whom, and the earliest lawful start.
    public static Readiness of(Situation so) {
        var all = new Gates(so);
        all.file();
        all.proof("KY-01", "identity", ProofKind.IDENTITY);
        all.qualification();
        all.autonomy();
        all.title();
        all.proof("KY-02", "bank", ProofKind.BANK);
        all.proof("KY-01", "health", ProofKind.HEALTH);
        all.insurance();
        all.contract();
        all.declaration();
        all.commercial();
        return all.readiness();
    }

    // KY-01: civil status, NIR, bank account and the rest, before any contract.
    private void file() {
        var open = so.open();
        add(
                "KY-01",
                "steps",
                ADMISSION,
                open.isEmpty() ? MET : MISSING,
                APPLICANT,
                Map.of("count", Integer.toString(open.size())));
    }

    private void proof(String rule, String variant, ProofKind kind) {
        if (!so.wanted().contains(kind)) return;
        var found = so.proofs().get(kind);
        boolean expired = found != null
                && found.expires() != null
                && Objects.requireNonNull(found.expires()).isBefore(so.today());
        if (found == null || expired || found.verdict() == Proof.Verdict.REFUSED) {
            add(rule, variant, ADMISSION, MISSING, APPLICANT, Map.of());
        } else {
            boolean accepted = found.verdict() == Proof.Verdict.ACCEPTED;
            add(rule, variant, ADMISSION, accepted ? MET : MISSING, HOUSE, Map.of());
        }
    }

    // PS-06: a diploma of level 5 or 36 months of experience in the same sector, with its proof.
    private void qualification() {
        if (!so.isPortage()) return;
        var level = so.answers().whole("diploma");
        var months = so.answers().whole("experience");
        int leastLevel = so.law().number("PS_MIN_QUALIF_LEVEL");
        int leastMonths = so.law().number("PS_MIN_EXPERIENCE_MONTHS");
        if (level == null && months == null) return; // the step is open, which says so
        boolean diploma = level != null && level >= leastLevel;
        boolean experience = months != null && months >= leastMonths;
        if (!diploma && !experience) {
            var data = Map.of("level", Integer.toString(leastLevel), "months", Integer.toString(leastMonths));
            add("PS-06", "", ADMISSION, SHUT, APPLICANT, data);
        } else {
            proof("PS-06", "proof", diploma ? ProofKind.DIPLOMA : ProofKind.EXPERIENCE);
        }
    }

    // PS-05: the worker finds the clients and agrees the price; the house that did both may not take it for portage.
    private void autonomy() {
        if (!so.isPortage()) return;
        var found = so.answers().yes("foundClient");
        var price = so.answers().yes("setPrice");
        boolean signed = so.answers().says("autonomous", "true");
        if (Boolean.FALSE.equals(found) && Boolean.FALSE.equals(price)) {
            add("PS-05", "directed", ADMISSION, SHUT, APPLICANT, Map.of());
        } else {
            add("PS-05", "statement", ADMISSION, signed ? MET : MISSING, APPLICANT, Map.of());
        }
    }

    // KY-05: nobody works without a title that authorises it; the prefecture is asked two working days before.
    private void title() {
        if (!so.needsTitle()) return;
        var until = so.answers().day("titleUntil");
        if (until != null && until.isBefore(so.today())) {
            add("KY-05", "expired", ADMISSION, SHUT, APPLICANT, Map.of("until", until.toString()));
            return;
        }
        proof("KY-05", "title", ProofKind.WORK_TITLE);
        if (so.titleAnswer() == TitleAnswer.NOT_AUTHENTIC) {
            add("KY-05", "refused", ADMISSION, SHUT, APPLICANT, Map.of());
            return;
        }
        // « … dispensé si l'étranger est inscrit sur la liste des demandeurs d'emploi » (L5221-8)
        if (Boolean.TRUE.equals(so.answers().yes("jobSeeker"))) return;
        var asked = so.titleAsked();
        var first = firstDay(asked == null ? so.today() : asked);
        if (asked == null) {
            gates.add(new Gate(finding("KY-05", "ask", Map.of()), START, MISSING, HOUSE, first));
        } else {
            boolean met = !so.today().isBefore(first);
            var data = Map.of("asked", asked.toString(), "first", first.toString());
            gates.add(new Gate(finding("KY-05", "silence", data), START, met ? MET : AWAITED, AUTHORITY, first));
        }
    }

    /// Asked two working days before the hire takes effect (R5221-41): with an answer work starts on the second one;
    /// without, the duty is met only at its end (R5221-42, T14).
    private LocalDate firstDay(LocalDate asked) {
        var second = Delays.titleCheckMet(asked, so.days(), so.law());
        return so.titleAnswer() == TitleAnswer.AUTHENTIC ? second : second.plusDays(1);
    }

    // PS-30: liability insurance, taken out for the worker by the house.
    private void insurance() {
        boolean insured = !so.insuredUntil().isBefore(so.today());
        var data = Map.of("until", so.insuredUntil().toString());
        add("PS-30", "start", ADMISSION, insured ? MET : SHUT, HOUSE, data);
    }

    private void contract() {
        var rule = switch (so.kind()) {
            case CDI, CDD -> "PS-40";
            case CESA -> "CA-01";
            case CAPE -> "CA-30";
            case MANDATE -> "PE-01";
        };
        var papers = so.papers();
        add(
                rule,
                "signed",
                START,
                papers.contractSigned() ? MET : MISSING,
                papers.admitted() ? APPLICANT : HOUSE,
                Map.of());
    }

    // PS-53: declared to Urssaf before the start, and acknowledged.
    private void declaration() {
        if (!so.isEmployment()) return;
        var made = so.papers().declaration();
        var state = made == null
                ? MISSING
                : switch (made) {
                    case MADE -> AWAITED;
                    case ACKNOWLEDGED -> MET;
                    case REFUSED -> MISSING;
                };
        add("PS-53", "start", START, state, state == AWAITED ? AUTHORITY : HOUSE, Map.of());
    }

    // PS-55: two working days after the start at the latest.
    private void commercial() {
        if (so.kind() == ContractKind.MANDATE || !so.isPortage() || !so.papers().commercialNeeded()) return;
        add("PS-55", "signed", SOON, so.papers().commercialSigned() ? MET : MISSING, CLIENT, Map.of());
    }

    private Readiness readiness() {
        boolean shut = gates.stream().anyMatch(gate -> gate.state() == SHUT);
        if (shut) return new Readiness(gates, null, false);
        var earliest = so.today();
        for (var gate : gates) {
            var first = gate.notBefore();
            if (first != null && first.isAfter(earliest)) earliest = first;
        }
        var until = so.needsTitle() ? so.answers().day("titleUntil") : null;
        if (until != null && until.isBefore(earliest)) return new Readiness(gates, null, false);
        if (so.insuredUntil().isBefore(earliest)) return new Readiness(gates, null, false);
        return new Readiness(gates, earliest, !earliest.isAfter(so.today().plusDays(1)));
    }

    private void add(
            String rule,
            String variant,
            Gate.Moment moment,
            Gate.State state,
            Gate.Party who,
            Map<String, String> data) {
        gates.add(new Gate(finding(rule, variant, data), moment, state, who, (@Nullable LocalDate) null));
    }

    private Finding finding(String rule, String variant, Map<String, String> data) {
        var law = so.law();
        return new Finding(rule, variant, Severity.REFUSE, law.text("article_" + rule), data, Map.of(), law.day());
    }
}
