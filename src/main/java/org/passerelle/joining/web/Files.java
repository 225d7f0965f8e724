package org.passerelle.joining.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.joining.Application;
import org.passerelle.joining.ApplicationState;
import org.passerelle.joining.Gate;
import org.passerelle.joining.Joining;
import org.passerelle.joining.Proof;
import org.passerelle.joining.ProofKind;
import org.passerelle.joining.Readiness;
import org.passerelle.joining.Step;
import org.passerelle.joining.core.Asks;
import org.passerelle.kernel.Frame;
import org.passerelle.law.Laws;
import org.passerelle.operators.Operators;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.springframework.stereotype.Component;

/// The applicant's file in words.
@Component
class Files {

    private final Joining joining;
    private final Operators operators;
    private final Laws laws;
    private final java.time.Clock clock;

    Files(Joining joining, Operators operators, Laws laws, java.time.Clock clock) {
        this.joining = joining;
        this.operators = operators;
        this.laws = laws;
        this.clock = clock;
    }

    FileView file(Application mine, Texts t) {
        var readiness = joining.readiness(mine);
        var open = firstOpen(mine);
        boolean decided = mine.state().isOver();
        return new FileView(
                operators.get(mine.operator()).name(),
                mine.name(),
                t.localize("joining.state." + mine.state().name()),
                tone(mine.state()),
                notice(mine, t),
                mine.state() == ApplicationState.DECLINED ? "warn" : "info",
                earliest(readiness, t),
                readiness.withinADay(),
                steps(mine, null, t),
                groups(readiness, t),
                proofs(mine, t),
                open == null || decided ? "" : FilePage.PATH + "/" + open.path(),
                mine.state() == ApplicationState.OPEN && isComplete(mine),
                UUID.randomUUID());
    }

    /// Whether every step is answered and every proof handed in.
    boolean isComplete(Application mine) {
        return firstOpen(mine) == null;
    }

    /// Where to go after a step: the next that lacks something, or back to the file.
    String after(Application mine, Step step) {
        var open = joining.steps(mine).stream()
                .filter(each -> each.ordinal() > step.ordinal() && !isDone(mine, each))
                .findFirst()
                .orElse(null);
        return open == null ? FilePage.PATH : FilePage.PATH + "/" + open.path();
    }

    private @Nullable Step firstOpen(Application mine) {
        return joining.steps(mine).stream()
                .filter(step -> !isDone(mine, step))
                .findFirst()
                .orElse(null);
    }

    private boolean isDone(Application mine, Step step) {
        return Asks.missing(step, mine.answers()).isEmpty()
                && wanted(mine).stream()
                        .filter(kind -> kind.step() == step)
                        .allMatch(kind -> mine.proof(kind)
                                .filter(proof -> proof.verdict() != Proof.Verdict.REFUSED)
                                .isPresent());
    }

    private List<ProofKind> wanted(Application mine) {
        boolean portage = operators.get(mine.operator()).frame() == Frame.PORTAGE_SALARIAL;
        int level = laws.on(Days.today(clock)).number("PS_MIN_QUALIF_LEVEL");
        return List.copyOf(Asks.proofs(mine.answers(), portage, level));
    }

    private List<org.passerelle.platform.web.Step> steps(Application mine, @Nullable Step current, Texts t) {
        return joining.steps(mine).stream()
                .map(step -> new org.passerelle.platform.web.Step(
                        t.localize("joining.step." + step.name()),
                        "",
                        step == current
                                ? org.passerelle.platform.web.Step.State.CURRENT
                                : isDone(mine, step)
                                        ? org.passerelle.platform.web.Step.State.DONE
                                        : org.passerelle.platform.web.Step.State.TODO,
                        FilePage.PATH + "/" + step.path()))
                .toList();
    }

    private static String notice(Application mine, Texts t) {
        return switch (mine.state()) {
            case OPEN -> "";
            case SUBMITTED -> t.localize("joining.notice.SUBMITTED");
            case ADMITTED -> t.localize("joining.notice.ADMITTED");
            case DECLINED -> t.localize("joining.notice.DECLINED", String.valueOf(mine.declineReason()));
        };
    }

    static String tone(ApplicationState state) {
        return switch (state) {
            case OPEN -> "info";
            case SUBMITTED -> "warn";
            case ADMITTED -> "ok";
            case DECLINED -> "refuse";
        };
    }

    private static String earliest(Readiness readiness, Texts t) {
        LocalDate day = readiness.earliest();
        if (day == null) return t.localize("joining.earliest.never");
        return t.localize(readiness.withinADay() ? "joining.earliest.fast" : "joining.earliest.day", t.longDate(day));
    }

    private static List<FileView.Group> groups(Readiness readiness, Texts t) {
        return Arrays.stream(Gate.Party.values())
                .map(party -> new FileView.Group(
                        t.localize("joining.party." + party.name()),
                        readiness.gates().stream()
                                .filter(gate -> gate.who() == party && !gate.isMet())
                                .map(gate -> row(gate, t))
                                .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
    }

    private static FileView.Row row(Gate gate, Texts t) {
        return new FileView.Row(
                t.localize("joining.gate." + gate.key()),
                t.finding(gate.what()),
                gate.what().article(),
                t.localize("joining.gate.state." + gate.state().name()),
                tone(gate.state()),
                "");
    }

    static String tone(Gate.State state) {
        return switch (state) {
            case MET -> "ok";
            case MISSING -> "warn";
            case AWAITED -> "info";
            case SHUT -> "refuse";
        };
    }

    private List<FileView.ProofRow> proofs(Application mine, Texts t) {
        return mine.proofs().stream()
                .map(proof -> new FileView.ProofRow(
                        t.localize("joining.proof." + proof.kind().name()),
                        proof.fileName(),
                        FilePage.PATH + "/pieces/" + proof.id(),
                        t.localize("joining.verdict." + proof.verdict().name()),
                        tone(proof.verdict()),
                        proof.reason() == null ? "" : proof.reason()))
                .toList();
    }

    private static String tone(Proof.Verdict verdict) {
        return switch (verdict) {
            case WAITING -> "info";
            case ACCEPTED -> "ok";
            case REFUSED -> "refuse";
        };
    }

    /// @param typed null before anything was typed
    /// @param attaching the proof that came with an error, null when the questions did
    StepView step(Application mine, Step step, @Nullable Typed typed, @Nullable ProofKind attaching, Texts t) {
        var asks = Asks.of(step);
        var all = joining.steps(mine);
        var uploads = new ArrayList<StepView.Upload>();
        for (var one : uploads(mine, step, t)) {
            boolean wrong = attaching != null && one.kind().equals(attaching.name());
            uploads.add(typed != null && wrong ? withErrors(one, typed) : one);
        }
        return new StepView(
                t.localize("joining.step." + step.name()),
                t.localize("joining.step." + step.name() + ".lead"),
                t.localize("joining.step.number", all.indexOf(step) + 1, all.size()),
                FilePage.PATH + "/" + step.path(),
                steps(mine, step, t),
                Wording.fields(asks, mine.answers(), attaching == null ? typed : null, t),
                uploads,
                typed != null && typed.hasErrors(),
                mine.state().isOver(),
                UUID.randomUUID());
    }

    private static StepView.Upload withErrors(StepView.Upload one, Typed typed) {
        return new StepView.Upload(
                one.kind(),
                one.title(),
                one.hint(),
                one.held(),
                one.href(),
                one.state(),
                one.tone(),
                one.reason(),
                one.fields().stream()
                        .map(field -> field.error(typed.error(field.name())))
                        .toList(),
                one.intent());
    }

    List<StepView.Upload> uploads(Application mine, Step step, Texts t) {
        return wanted(mine).stream()
                .filter(kind -> kind.step() == step)
                .map(kind -> upload(mine, kind, t))
                .toList();
    }

    private static StepView.Upload upload(Application mine, ProofKind kind, Texts t) {
        var held = mine.proof(kind);
        var fields = new ArrayList<Field>();
        fields.add(Field.of("file", "fichier", t.localize("joining.file"))
                .hint(t.localize("joining.file.hint"))
                .must());
        if (kind == ProofKind.IDENTITY || kind == ProofKind.WORK_TITLE) {
            fields.add(Field.date("expire", t.localize("joining.expires")));
        }
        return new StepView.Upload(
                kind.name(),
                t.localize("joining.proof." + kind.name()),
                t.localize("joining.proof." + kind.name() + ".hint"),
                held.map(Proof::fileName).orElse(""),
                held.map(proof -> FilePage.PATH + "/pieces/" + proof.id()).orElse(""),
                held.map(proof ->
                                t.localize("joining.verdict." + proof.verdict().name()))
                        .orElse(""),
                held.map(proof -> tone(proof.verdict())).orElse(""),
                held.map(Proof::reason).orElse(""),
                fields,
                UUID.randomUUID());
    }
}
