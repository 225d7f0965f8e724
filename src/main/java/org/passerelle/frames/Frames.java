package org.passerelle.frames;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Law;
import org.passerelle.law.NoVersion;

/// The front door: may this be done, in which frame, and by which article not (SW-01).
public final class Frames {

    /// Key in [Finding#data] of the [OverrideRole] that may set a refusal aside (REFUSE*).
    public static final String OVERRIDE = "override";

    private Frames() {}

    /// Asks every rule of every frame. A frame whose rules ask for a parameter that has no version for that day stays
    /// undecided and says which (P-00), unless another of its rules refuses anyhow.
    ///
    /// @param law as it stands on [Question#on]
    /// @throws NoVersion when that is so of every frame: the day is outside of what is known
    public static FrameAdvice advise(Question question, Law law) {
        var facts = new Case(question, new Statute(law));
        var gaps = new ArrayList<NoVersion>();
        var verdicts = new ArrayList<FrameVerdict>();
        for (var frame : Frame.values()) {
            var unknown = new ArrayList<NoVersion>();
            verdicts.add(judge(frame, facts, unknown));
            if (!unknown.isEmpty()) gaps.add(unknown.getFirst());
        }
        if (gaps.size() == verdicts.size()) throw gaps.getFirst();
        return new FrameAdvice(question.on(), verdicts);
    }

    /// One frame alone: what an operator of that frame needs.
    public static FrameVerdict advise(Frame frame, Question question, Law law) {
        return judge(frame, new Case(question, new Statute(law)), new ArrayList<>());
    }

    /// Who may set this refusal aside with a stored reason; empty when nobody may.
    public static Optional<OverrideRole> overridableBy(Finding finding) {
        return Optional.ofNullable(finding.data().get(OVERRIDE)).map(OverrideRole::valueOf);
    }

    static List<Rule> rules(Frame frame) {
        return switch (frame) {
            case PORTAGE_SALARIAL -> PortageSalarialRules.ALL;
            case CAE -> CaeRules.ALL;
            case CAE_SAP -> CaeSapRules.ALL;
            case PORTAGE_ENTREPRENEURIAL -> PortageEntrepreneurialRules.ALL;
            case MICRO_ENTREPRISE -> MicroRules.ALL;
        };
    }

    private static FrameVerdict judge(Frame frame, Case facts, List<NoVersion> gaps) {
        var findings = new ArrayList<Finding>();
        var questions = EnumSet.noneOf(Fact.class);
        for (var rule : rules(frame)) {
            try {
                switch (rule.judgement().of(facts)) {
                    case Ruling.Allowed allowed -> {}
                    case Ruling.Found found -> findings.add(finding(rule, found, facts));
                    case Ruling.Asks asks -> questions.addAll(asks.facts());
                }
            } catch (NoVersion gap) {
                if (gaps.stream().noneMatch(known -> known.code().equals(gap.code()))) gaps.add(gap);
            }
        }
        // A refusal that is certain needs no figure either.
        if (!holds(findings, Severity.REFUSE)) for (var gap : gaps) findings.add(unknown(gap));
        var verdict = verdict(findings, questions.isEmpty() && gaps.isEmpty());
        // A refusal that is certain needs no further answer.
        var asked = verdict == Verdict.UNDECIDED ? List.copyOf(questions) : List.<Fact>of();
        return new FrameVerdict(frame, verdict, findings, asked);
    }

    /// P-00: what is not known is not guessed.
    private static Finding unknown(NoVersion gap) {
        return new Finding(
                "P-00",
                "",
                Severity.WARN,
                "",
                Map.of("parameter", gap.code(), "day", gap.day().toString()),
                Map.of(),
                gap.day());
    }

    private static Verdict verdict(List<Finding> findings, boolean allAnswered) {
        if (holds(findings, Severity.REFUSE)) return Verdict.UNLAWFUL;
        if (!allAnswered) return Verdict.UNDECIDED;
        return holds(findings, Severity.WARN) ? Verdict.LAWFUL_WITH_WARNINGS : Verdict.LAWFUL;
    }

    private static boolean holds(List<Finding> findings, Severity severity) {
        return findings.stream().anyMatch(f -> f.severity() == severity);
    }

    private static Finding finding(Rule rule, Ruling.Found found, Case facts) {
        var versions = new LinkedHashMap<String, LocalDate>();
        for (var code : found.parameters()) versions.put(code, facts.law().since(code));
        Map<String, String> data = new LinkedHashMap<>(found.data());
        if (found.override() != null) data.put(OVERRIDE, found.override().name());
        return new Finding(
                rule.id(),
                found.variant(),
                found.severity(),
                facts.law().article(rule.article()),
                data,
                versions,
                facts.question().on());
    }
}
