package org.passerelle.frames;

import static org.passerelle.frames.Ruling.ALLOWED;
import static org.passerelle.frames.Ruling.ask;
import static org.passerelle.frames.Ruling.inform;
import static org.passerelle.frames.Ruling.refuse;
import static org.passerelle.frames.Ruling.warn;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Economic dependence and the unlawful lending of labour (DP), for every frame in which somebody works for a client.
final class DependenceRules {

    private DependenceRules() {}

    /// Portage salarial, which L1254-6 shields while its conditions are met (PS-82).
    static final Rule SHIELDED = new Rule("DP-04", c -> dependence(c, true));

    /// Cooperative, mandate and own account: no shield, so stricter (CA-24, PE-07).
    static final Rule UNSHIELDED = new Rule("DP-04", c -> dependence(c, false));

    static final Rule SINGLE_CLIENT = new Rule("DP-03", DependenceRules::singleClientIsNoFault);

    static final Rule A_SERVICE_NOT_STAFF = new Rule("DP-20", DependenceRules::objectIsAService);

    // What the object of a contract says when somebody is lent: « mise à disposition de personnel ».
    private static final Pattern LENDING = Pattern.compile(
            "mise a (?:la )?disposition (?:de|d'|d |du|des) ?"
                    + "(?:personnels?|salaries?|salariees?|main d.?oeuvre|collaborat\\w+|un salarie|un collaborateur|equipes?|"
                    + "consultants?|ressources? humaines?)"
                    + "|(?:pret|delegation|location|fourniture) (?:de|d'|d |du) ?"
                    + "(?:personnels?|main d.?oeuvre|salaries?|salariees?)"
                    + "|renfort d.?effectifs?|staff augmentation|(?:lending|supply|leasing|provision) of (?:staff|personnel|labou?r)");

    private static Ruling dependence(Case c, boolean shielded) {
        if (c.household() == Known.YES) return ALLOWED;
        var law = c.law();
        var relation = c.question().relation();
        var months = c.months();
        if (relation.signs().isEmpty() && relation.turnoverShare() == null) return longMission(c, months, shielded);
        var score = DependenceScore.of(relation, months, shielded, law.law());
        return switch (score.level()) {
            case LOW -> longMission(c, months, shielded);
            case WATCH -> found(warn(), "watch", score);
            case HIGH -> found(warn(), "high", score);
            case SEVERE ->
                switch (Known.of(relation.renewal())) {
                    case YES -> found(refuse(), "renewal", score).unlessOverridden();
                    case NO -> found(warn(), "high", score);
                    case UNKNOWN -> ask(Fact.RENEWAL);
                };
        };
    }

    private static Ruling.Found found(Ruling.Found kind, String variant, DependenceScore score) {
        var threshold = score.level().threshold(score.shielded());
        var found = kind.variant(score.shielded() ? variant : variant + "_bare")
                .using(threshold)
                .with("score", score.points())
                .with("signs", Sentences.list(score.triggered(), Locale.FRENCH))
                .with("signsEn", Sentences.list(score.triggered(), Locale.ENGLISH))
                .with("unknown", BigDecimal.valueOf(score.unknown().size()));
        for (var sign : score.triggered()) found = found.using(sign.weight());
        return found;
    }

    /// D10 alone: the same mission over two years weighs on the score where nothing shields.
    private static Ruling longMission(Case c, @org.jspecify.annotations.Nullable BigDecimal months, boolean shielded) {
        if (shielded || months == null) return ALLOWED;
        var limit = c.law().number("DP_LONG_MISSION_MONTHS");
        if (months.compareTo(limit) <= 0) return ALLOWED;
        return warn().using("DP_LONG_MISSION_MONTHS").with("months", months).with("limit", limit);
    }

    // PS-11 too: no text asks for several clients.
    private static Ruling singleClientIsNoFault(Case c) {
        var share = c.question().relation().turnoverShare();
        if (share == null || c.household() == Known.YES || share.compareTo(BigDecimal.valueOf(100)) < 0) return ALLOWED;
        return inform();
    }

    // « opération à but lucratif ayant pour objet exclusif le prêt de main-d'œuvre » (L8241-1)
    private static Ruling objectIsAService(Case c) {
        var object = c.question().relation().object();
        if (object == null || !namesLending(object)) return ALLOWED;
        return refuse().variant("object").unlessOverridden();
    }

    static boolean namesLending(String object) {
        var plain = Normalizer.normalize(object.replace("œ", "oe").replace("Œ", "oe"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .replace('-', ' ')
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
        return LENDING.matcher(plain).find();
    }
}
