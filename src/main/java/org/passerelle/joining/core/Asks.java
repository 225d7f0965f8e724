package org.passerelle.joining.core;

import static org.passerelle.joining.core.Ask.Kind.ACTIVITY;
import static org.passerelle.joining.core.Ask.Kind.CHECK;
import static org.passerelle.joining.core.Ask.Kind.DATE;
import static org.passerelle.joining.core.Ask.Kind.EMAIL;
import static org.passerelle.joining.core.Ask.Kind.IBAN;
import static org.passerelle.joining.core.Ask.Kind.MONEY;
import static org.passerelle.joining.core.Ask.Kind.NIR;
import static org.passerelle.joining.core.Ask.Kind.NUMBER;
import static org.passerelle.joining.core.Ask.Kind.PERCENT;
import static org.passerelle.joining.core.Ask.Kind.SIREN;
import static org.passerelle.joining.core.Ask.Kind.TEXT;
import static org.passerelle.joining.core.Ask.Kind.WHOLE;
import static org.passerelle.joining.core.Ask.Kind.YES_NO;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.passerelle.joining.Answers;
import org.passerelle.joining.ProofKind;
import org.passerelle.joining.Step;

/// All that is asked of somebody who joins. What only portage asks for (PS-05, PS-06) is asked of nobody else.
public final class Asks {

    public static final String OTHER_NATIONALITY = "OTHER";

    private Asks() {}

    /// The steps of an entity's frame.
    public static List<Step> steps(boolean portage) {
        return Arrays.stream(Step.values())
                .filter(step -> portage || step != Step.AUTONOMY)
                .toList();
    }

    public static List<Ask> of(Step step) {
        return switch (step) {
            case IDENTITY ->
                List.of(
                        Ask.of(TEXT, "firstName"),
                        Ask.of(TEXT, "lastName"),
                        Ask.of(DATE, "birthDate"),
                        Ask.of(TEXT, "birthTown"),
                        Ask.of(NIR, "nir"),
                        Ask.of(TEXT, "line1"),
                        Ask.of(TEXT, "line2").optional(),
                        Ask.of(TEXT, "postcode"),
                        Ask.of(TEXT, "city"));
            case QUALIFICATION ->
                List.of(
                        Ask.of(TEXT, "job"),
                        Ask.choice("diploma", "0", "3", "4", "5", "6", "7", "8"),
                        Ask.of(WHOLE, "experience"),
                        Ask.of(SIREN, "ownSiren").optional());
            case RIGHT_TO_WORK ->
                List.of(
                        Ask.choice("nationality", "FR", "EEA", OTHER_NATIONALITY),
                        Ask.of(TEXT, "titleNumber").when("nationality", OTHER_NATIONALITY),
                        Ask.of(DATE, "titleUntil").when("nationality", OTHER_NATIONALITY),
                        Ask.of(YES_NO, "jobSeeker").when("nationality", OTHER_NATIONALITY));
            case PAY ->
                List.of(
                        Ask.of(TEXT, "holder"),
                        Ask.of(IBAN, "iban"),
                        Ask.choice("tax", "NEUTRAL", "PERSONAL"),
                        Ask.of(PERCENT, "taxRate").when("tax", "PERSONAL"));
            case HEALTH ->
                List.of(
                        Ask.choice("health", "JOIN", "EXEMPT"),
                        Ask.choice("exemption", "OWN_COVER", "FAMILY_COVER", "SOLIDARITY", "SHORT_CONTRACT")
                                .when("health", "EXEMPT"));
            case AUTONOMY ->
                List.of(Ask.of(YES_NO, "foundClient"), Ask.of(YES_NO, "setPrice"), Ask.of(CHECK, "autonomous"));
            case CLIENT ->
                List.of(
                        Ask.choice("clientKind", "COMPANY", "PUBLIC_BODY", "ASSOCIATION", "SOLE_TRADER", "CONSUMER"),
                        Ask.of(TEXT, "clientName"),
                        Ask.of(SIREN, "clientSiren")
                                .when("clientKind", "COMPANY", "PUBLIC_BODY", "ASSOCIATION", "SOLE_TRADER"),
                        Ask.of(EMAIL, "clientEmail"),
                        Ask.of(TEXT, "clientLine1"),
                        Ask.of(TEXT, "clientPostcode"),
                        Ask.of(TEXT, "clientCity"));
            case MISSION ->
                List.of(
                        Ask.of(TEXT, "title"),
                        Ask.of(ACTIVITY, "activity"),
                        Ask.of(DATE, "start"),
                        Ask.of(DATE, "end"),
                        Ask.choice("mode", "DAY", "HOUR", "FIXED"),
                        Ask.of(MONEY, "price"),
                        Ask.of(NUMBER, "days"),
                        Ask.of(PERCENT, "vat"),
                        Ask.choice("purpose", "BUSINESS", "PRIVATE").optional(),
                        Ask.choice("reason", "OCCASIONAL_TASK", "MISSING_EXPERTISE", "PERMANENT_ACTIVITY")
                                .optional(),
                        Ask.of(YES_NO, "atHome").optional(),
                        Ask.of(YES_NO, "goods").optional(),
                        Ask.of(YES_NO, "regulated").optional(),
                        Ask.of(YES_NO, "dangerous").optional(),
                        Ask.of(YES_NO, "strikers").optional());
        };
    }

    /// The names of what the step still lacks.
    public static List<String> missing(Step step, Answers answers) {
        return of(step).stream()
                .filter(ask -> ask.must() && ask.isAskedOf(answers) && !answered(ask, answers))
                .map(Ask::name)
                .toList();
    }

    private static boolean answered(Ask ask, Answers answers) {
        return ask.kind() == CHECK ? answers.says(ask.name(), "true") : answers.has(ask.name());
    }

    /// What must be proved, given what was said. Where a diploma is enough, it is the proof; else the experience.
    ///
    /// @param diplomaLevel from which level a diploma is enough (PS-06)
    public static Set<ProofKind> proofs(Answers answers, boolean portage, int diplomaLevel) {
        var proofs = EnumSet.of(ProofKind.IDENTITY, ProofKind.BANK);
        if (portage && (answers.has("diploma") || answers.has("experience"))) {
            var level = answers.whole("diploma");
            proofs.add(level != null && level >= diplomaLevel ? ProofKind.DIPLOMA : ProofKind.EXPERIENCE);
        }
        if (answers.says("nationality", OTHER_NATIONALITY)) proofs.add(ProofKind.WORK_TITLE);
        if (answers.says("health", "EXEMPT")) proofs.add(ProofKind.HEALTH);
        return proofs;
    }
}
