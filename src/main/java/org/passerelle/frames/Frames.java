package org.passerelle.frames;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Law;

/// The front door: may this be done, in which frame, and by which article not (SW-01).
public final class Frames {

    /// Key in [Finding#data] of the [OverrideRole] that may set a refusal aside (REFUSE*).
    public static final String OVERRIDE = "override";

    private Frames() {}

    /// Asks every rule of every frame.
    ///
    /// @param law as it stands on [Question#on]
    /// @throws RuntimeException of `law`, naming code and day, when a parameter has no version for that day (P-00)
    public static FrameAdvice advise(Question question, Law law) {
        var facts = new Case(question, new Statute(law));
        return new FrameAdvice(
                question.on(),
                Arrays.stream(Frame.values()).map(f -> judge(f, facts)).toList());
    }

    /// One frame alone: what an operator of that frame needs.
    public static FrameVerdict advise(Frame frame, Question question, Law law) {
        return judge(frame, new Case(question, new Statute(law)));
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

    private static FrameVerdict judge(Frame frame, Case facts) {
        var findings = new ArrayList<Finding>();
        var questions = EnumSet.noneOf(Fact.class);
        for (var rule : rules(frame)) {
            switch (rule.judgement().of(facts)) {
                case Ruling.Allowed allowed -> {}
                case Ruling.Found found -> findings.add(finding(rule, found, facts));
                case Ruling.Asks asks -> questions.addAll(asks.facts());
            }
        }
        var verdict = verdict(findings, questions.isEmpty());
        // A refusal that is certain needs no further answer.
        var asked = verdict == Verdict.UNDECIDED ? List.copyOf(questions) : List.<Fact>of();
        return new FrameVerdict(frame, verdict, findings, asked);
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
