package org.passerelle.simulator.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.passerelle.frames.Catalogue;
import org.passerelle.frames.Fact;
import org.passerelle.frames.FrameAdvice;
import org.passerelle.frames.FrameVerdict;
import org.passerelle.frames.Verdict;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Severity;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.FindingCard;
import org.passerelle.platform.web.Texts;

/// The page « Puis-je facturer ce client ? », ready to be read.
///
/// @param detailsOpen whether the optional fields are shown at once
/// @param activities labels offered while typing
/// @param understood the activity that was understood, when it was not typed in full; else null
/// @param others other activities that it may be
/// @param summary the answer in one sentence, or an empty text
/// @param cards one for each frame; empty before the first question
/// @param provenance day of the answer and since when the rules stand
/// @param answer what stands around it
public record BillableView(
        Field client,
        Field activity,
        Field home,
        List<Field> details,
        boolean detailsOpen,
        List<String> activities,
        @Nullable String understood,
        List<Link> others,
        List<Link> examples,
        String summary,
        String tone,
        List<Card> cards,
        String provenance,
        Answer answer) {

    public record Link(String label, String href) {}

    /// @param verdict name of the [Verdict]
    /// @param open what is still to be said, each with the field that answers it
    /// @param notes INFO, folded away
    public record Card(
            String id,
            String name,
            String verdict,
            List<FindingCard> reasons,
            List<Link> open,
            List<FindingCard> notes,
            String next) {}

    static BillableView blank(BillableForm asked, Texts t) {
        return of(asked, t, "", "", List.of(), "");
    }

    static BillableView wrong(BillableForm asked, Texts t) {
        return of(asked, t, "", "", List.of(), "");
    }

    static BillableView answer(BillableForm asked, FrameAdvice advice, LocalDate since, Texts t) {
        var cards = advice.frames().stream().map(v -> card(v, asked, t)).toList();
        var provenance = t.localize("simulator.computed", t.longDate(advice.on()), t.longDate(since));
        return of(asked, t, summary(advice, t), tone(advice), cards, provenance);
    }

    private static BillableView of(
            BillableForm asked, Texts t, String summary, String tone, List<Card> cards, String provenance) {
        var understood = asked.understood();
        boolean typedInFull = understood == null
                || understood.code().equals(asked.typedActivity())
                || understood.label(t.language().locale()).equalsIgnoreCase(asked.typedActivity());
        var activity = asked.field(BillableForm.ACTIVITY);
        // A code from a shared address is shown in words.
        if (understood != null && understood.code().equals(asked.typedActivity())) {
            activity = activity.value(understood.label(t.language().locale()));
        }
        var details = asked.details();
        return new BillableView(
                asked.field(BillableForm.CLIENT),
                activity,
                asked.field(BillableForm.HOME),
                details,
                details.stream().anyMatch(f -> !f.value().isEmpty() || f.error() != null),
                Catalogue.standard().all().stream()
                        .map(a -> a.label(t.language().locale()))
                        .toList(),
                typedInFull
                        ? null
                        : Objects.requireNonNull(understood).label(t.language().locale()),
                asked.others().stream()
                        .map(a -> new Link(a.label(t.language().locale()), asked.addressWith(a)))
                        .toList(),
                examples(t),
                summary,
                tone,
                cards,
                provenance,
                around(asked, activity, details, provenance, t));
    }

    private static Answer around(BillableForm asked, Field activity, List<Field> details, String provenance, Texts t) {
        var first = List.of(asked.field(BillableForm.CLIENT), activity, asked.field(BillableForm.HOME));
        return Answer.of(
                "puis-je-facturer",
                BillablePage.PATH,
                first,
                details,
                provenance,
                asked.address().substring(BillablePage.PATH.length()),
                t);
    }

    private static Card card(FrameVerdict verdict, BillableForm asked, Texts t) {
        var reasons = new ArrayList<FindingCard>();
        var notes = new ArrayList<FindingCard>();
        for (var finding : verdict.findings()) {
            (finding.severity() == Severity.INFO ? notes : reasons).add(FindingCard.of(finding, t));
        }
        reasons.sort(java.util.Comparator.comparing(FindingCard::severity));
        var name = verdict.frame().name();
        return new Card(
                "cadre-" + name.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                t.localize("frames.name." + name),
                verdict.verdict().name(),
                reasons,
                verdict.questions().stream().map(f -> open(f, t)).toList(),
                notes,
                verdict.verdict().isLawful() ? t.localize("simulator.next." + name) : "");
    }

    private static Link open(Fact fact, Texts t) {
        var field = BillableForm.ANSWERS.get(fact);
        return new Link(t.localize("question." + fact.code()), field == null ? "" : "#" + field);
    }

    /// « Oui, en CAE. Non en portage salarial. »
    private static String summary(FrameAdvice advice, Texts t) {
        var sentences = new ArrayList<String>();
        part(advice, t, sentences, "simulator.summary.yes", Verdict.LAWFUL, Verdict.LAWFUL_WITH_WARNINGS);
        part(advice, t, sentences, "simulator.summary.open", Verdict.UNDECIDED);
        part(advice, t, sentences, "simulator.summary.no", Verdict.UNLAWFUL);
        return String.join(" ", sentences);
    }

    private static void part(FrameAdvice advice, Texts t, List<String> sentences, String key, Verdict... verdicts) {
        var names = advice.frames().stream()
                .filter(v -> List.of(verdicts).contains(v.verdict()))
                .map(v -> t.localize("simulator.in." + v.frame().name()))
                .toList();
        if (!names.isEmpty()) sentences.add(t.localize(key, listed(names, t)));
    }

    private static String listed(List<String> names, Texts t) {
        if (names.size() == 1) return names.getFirst();
        return String.join(", ", names.subList(0, names.size() - 1)) + " " + t.localize("simulator.and") + " "
                + names.getLast();
    }

    private static String tone(FrameAdvice advice) {
        if (advice.frames().stream().anyMatch(v -> v.verdict().isLawful())) return "ok";
        return advice.of(Frame.CAE).verdict() == Verdict.UNDECIDED ? "info" : "warn";
    }

    private static List<Link> examples(Texts t) {
        return List.of(
                example(t, "simulator.example.coach", "client=particulier&metier=coach-vie&domicile=non"),
                example(
                        t,
                        "simulator.example.developer",
                        "client=entreprise&metier=developpeur&prix=450&jours=15&mois=12&motif=expertise&diplome=7&greve=non"
                                + "&immatricule=non"),
                example(t, "simulator.example.tutor", "client=particulier&metier=II-5&domicile=oui"));
    }

    private static Link example(Texts t, String key, String query) {
        return new Link(t.localize(key), BillablePage.PATH + "?" + query);
    }
}
