package org.passerelle.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Frame;
import org.passerelle.law.Laws;

@DisplayName("SW-01: which frame is lawful for this client and service, line by line")
class SW01_FrameDecisionTest {

    private static final LocalDate ON = LocalDate.of(2026, 10, 1);
    private static final Laws LAWS = Laws.load();

    /// Each cell: yes, warn (yes, with warnings), no or ask, then the rules that must have decided it.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            consultant to a company, 450 €/day, bac+5       | yes              | yes        | no SP-04   | yes       | yes
            coach to a private individual, online           | no PS-01         | yes CO-03  | no SP-04   | yes       | yes
            maths tutor at the pupil's home, declared       | no PS-01 PS-03   | warn SP-10 | yes        | yes SP-03 | yes SP-03
            maths tutor at the pupil's home, not declared   | no PS-01 PS-03   | warn SP-10 | yes        | warn SP-03 | warn SP-03
            maths tutor at the pupil's home, nothing said   | no PS-01 PS-03   | warn SP-10 | yes        | ask       | ask
            gardener for a company's premises               | yes              | yes        | no SP-04   | yes       | yes
            childcare under 3 at home                       | no PS-01 PS-03   | no SP-10   | ask        | no SP-03  | ask
            childcare under 3 at home, not approved         | no PS-01 PS-03   | no SP-10   | no SP-10   | no SP-03  | no SP-03
            childcare under 3 at home, approved             | no PS-01 PS-03   | yes CO-01  | yes SP-10  | no SP-03  | yes SP-03
            trainer to a company, no diploma, 2 years       | no PS-06         | yes        | no SP-04   | yes       | yes
            sale of handmade goods                          | no PS-04         | yes        | no SP-04   | no PE-01  | yes
            asbestos removal on site                        | no PS-09         | no SW-06   | no SP-04   | no SW-06  | no SW-01
            replacement during a strike                     | no PS-08         | no SW-06   | no SP-04   | no SW-06  | no DP-20
            sole trader with SIREN, for the business        | warn PS-01       | yes        | no SP-04   | yes       | yes
            mission planned for 40 months                   | no PS-10         | warn DP-04 | no SP-04   | warn DP-04 | warn DP-04
            price too low: 120 €/day × 15 days              | no PS-64         | yes        | no SP-04   | yes       | yes
            avocat                                          | no PS-04         | no CA-22   | no SP-04   | no PE-01  | warn ME-01
            médecin                                         | no PS-04         | no CA-22   | no SP-04   | no PE-01  | warn ME-01
            """)
    void decides(String what, String portage, String cae, String caeSap, String mandate, String micro) {
        var advice = Frames.advise(question(what), LAWS.on(ON));

        var expected = List.of(portage, cae, caeSap, mandate, micro);
        for (var frame : Frame.values()) {
            var cell = expected.get(frame.ordinal()).split(" ");
            var verdict = advice.of(frame);
            assertThat(verdict.verdict()).as(frame + " " + verdict).isEqualTo(VERDICTS.get(cell[0]));
            assertThat(verdict.findings().stream().map(Finding::ruleId))
                    .as(frame.name())
                    .containsAll(Arrays.asList(cell).subList(1, cell.length));
            assertThat(verdict.findings()).allSatisfy(f -> {
                assertThat(f.article()).isNotBlank();
                assertThat(f.on()).isEqualTo(ON);
            });
        }
    }

    private static final Map<String, Verdict> VERDICTS = Map.of(
            "yes",
            Verdict.LAWFUL,
            "warn",
            Verdict.LAWFUL_WITH_WARNINGS,
            "no",
            Verdict.UNLAWFUL,
            "ask",
            Verdict.UNDECIDED);

    private static Question question(String what) {
        var base = QuestionExamples.consultant(ON);
        return switch (what.split(",|:| planned| during| on site| for a| under| with| at ")[0]) {
            case "consultant to a company" -> base;
            case "coach to a private individual" ->
                consumer(base, Catalogue.standard().get("coach-vie"), false);
            case "maths tutor" ->
                consumer(base, Catalogue.standard().get("II-5"), true).with(declared(what));
            case "gardener" -> base.with(service("II-2", false));
            case "childcare" ->
                approval(what, consumer(base, Catalogue.standard().get("I-1"), true));
            case "trainer to a company" ->
                base.with(service("formateur", false)).with(new Question.Worker(0, 24, true, null, null));
            case "sale of handmade goods" -> base.with(service("creation-artisanale", false));
            case "asbestos removal" -> base.with(service("desamiantage", false));
            case "replacement" ->
                base.with(new Question.Service(
                        Catalogue.standard().get("developpeur"), false, false, false, false, true));
            case "sole trader" -> base.with(new Question.Buyer(ClientKind.SOLE_TRADER, "FR", Purpose.BUSINESS));
            case "mission" -> base.with(QuestionExamples.terms("450", "10", "40"));
            case "price too low" -> base.with(QuestionExamples.terms("120", "15", "6"));
            case "avocat" -> base.with(service("avocat", false));
            case "médecin" -> base.with(service("medecin", false));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static Question.Service service(String code, boolean atHome) {
        return new Question.Service(Catalogue.standard().get(code), null, null, atHome, null, false);
    }

    private static Question consumer(Question base, Activity activity, boolean atHome) {
        return base.with(new Question.Buyer(ClientKind.CONSUMER, "FR", Purpose.PRIVATE))
                .with(new Question.Service(activity, null, null, atHome, null, null));
    }

    private static Question.Worker declared(String what) {
        var known = what.endsWith("not declared") ? Boolean.FALSE : what.endsWith("declared") ? Boolean.TRUE : null;
        return new Question.Worker(7, 60, true, known, null);
    }

    private static Question approval(String what, Question question) {
        if (what.endsWith("home")) return question;
        boolean approved = what.endsWith(", approved");
        var house = new Question.House(
                SoleTraderPolicy.ACCEPT_WITH_WARNING,
                AssociationPolicy.STATUTORY_3Y,
                true,
                approved ? SapStatus.APPROVED : SapStatus.DECLARED,
                null,
                null);
        var worker = new Question.Worker(7, 60, true, true, approved);
        return question.with(worker).with(house);
    }

    @ParameterizedTest(name = "{0} is asked when only the client is known")
    @CsvSource({
        "PORTAGE_SALARIAL, 'activity atHome goods regulatedProfession dangerousWork replacesStrikers diplomaLevel experienceMonths months recourseReason pricePerDay'",
        "CAE, 'activity atHome regulatedProfession dangerousWork replacesStrikers'",
        "PORTAGE_ENTREPRENEURIAL, 'activity atHome goods regulatedProfession ownSiren dangerousWork replacesStrikers'",
        "MICRO_ENTREPRISE, 'activity atHome dangerousWork replacesStrikers'"
    })
    void what_is_unknown_is_asked_not_guessed(Frame frame, String codes) {
        var verdict = Frames.advise(frame, Question.about(ON, ClientKind.COMPANY), LAWS.on(ON));

        assertThat(verdict.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(new TreeSet<>(verdict.questions().stream().map(Fact::code).toList()))
                .isEqualTo(new TreeSet<>(Arrays.asList(codes.split(" "))));
    }

    @ParameterizedTest(name = "a certain refusal asks nothing: {0}")
    @CsvSource("CONSUMER")
    void a_certain_refusal_asks_nothing_more(ClientKind client) {
        var verdict = Frames.advise(Frame.PORTAGE_SALARIAL, Question.about(ON, client), LAWS.on(ON));

        assertThat(verdict.verdict()).isEqualTo(Verdict.UNLAWFUL);
        assertThat(verdict.questions()).isEmpty();
        assertThat(verdict.obstacles())
                .singleElement()
                .satisfies(f -> assertThat(f.article()).isEqualTo("C. trav. L1254-1"));
    }
}
