package org.passerelle.workspace.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.frames.Activity;
import org.passerelle.frames.Catalogue;
import org.passerelle.frames.Purpose;
import org.passerelle.frames.RecourseReason;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Rate;
import org.passerelle.missions.MissionTerms;
import org.passerelle.missions.PriceMode;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;

/// The terms of a mission as they are typed. What decides about the frame and was left open stays open: it is asked,
/// not guessed.
final class MissionForm {

    private static final String YES = "oui";
    private static final String NO = "non";

    private final Typed typed;
    private final Texts t;

    MissionForm(Typed typed, Texts t) {
        this.typed = typed;
        this.t = t;
    }

    /// The terms, or null when something is wrong (then [Typed] knows what).
    @Nullable
    MissionTerms terms() {
        var title = typed.mustText("titre");
        var activity = activity();
        var start = typed.must("debut", Typed::date);
        var end = typed.must("fin", Typed::date);
        var price = typed.must("prix", Typed::money);
        var vat = typed.must("tva", MissionForm::rate);
        var days = typed.must("jours", Typed::number);
        var mode = choice(PriceMode.class, "mode");
        if (start != null && end != null && end.isBefore(start)) {
            typed.refuse("fin", t.localize("workspace.mission.end.before"));
        }
        if (typed.hasErrors() || start == null || end == null || price == null || vat == null || days == null) {
            return null;
        }
        try {
            return new MissionTerms(
                    title,
                    activity,
                    new DateRange(start, end),
                    mode == null ? PriceMode.DAY : mode,
                    price,
                    vat,
                    choice(Purpose.class, "destination"),
                    choice(RecourseReason.class, "motif"),
                    yesNo("biens"),
                    yesNo("reglementee"),
                    yesNo("domicile"),
                    yesNo("dangereux"),
                    yesNo("greve"),
                    days,
                    typed.text("commande").isEmpty() ? null : typed.text("commande"));
        } catch (InvalidValue e) {
            typed.refuse(fieldOf(e), t.error(e));
            return null;
        }
    }

    private static String fieldOf(InvalidValue e) {
        return switch (e.code()) {
            case "money.positive" -> "prix";
            case "rate.range" -> "tva";
            case "days_per_month.range" -> "jours";
            case "activity.missing" -> "activite";
            default -> "titre";
        };
    }

    /// What was typed is a name of the catalogue, a code of it, or close enough to one of its names.
    private String activity() {
        var text = typed.mustText("activite");
        if (text.isEmpty()) return "";
        var catalogue = Catalogue.standard();
        return catalogue
                .find(text)
                .or(() -> catalogue.all().stream()
                        .filter(a -> a.fr().equalsIgnoreCase(text) || a.en().equalsIgnoreCase(text))
                        .findFirst())
                .or(() -> catalogue.search(text, 1).stream().findFirst())
                .map(Activity::code)
                .orElseGet(() -> {
                    typed.refuse("activite", t.error(new InvalidValue("activity.unknown", text)));
                    return "";
                });
    }

    private static Rate rate(String text) {
        return Rate.ofPercent(Typed.number(text.replace("%", "")));
    }

    private @Nullable Boolean yesNo(String name) {
        return switch (typed.text(name)) {
            case YES -> Boolean.TRUE;
            case NO -> Boolean.FALSE;
            default -> null;
        };
    }

    private <E extends Enum<E>> @Nullable E choice(Class<E> kind, String name) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(value -> value.name().equals(typed.text(name)))
                .findFirst()
                .orElse(null);
    }

    /// The activity as it was understood, for the reader to check.
    String activityLabel(String code) {
        return Catalogue.standard()
                .find(code)
                .map(a -> a.label(t.language().locale()))
                .orElse(code);
    }

    Field activityField() {
        return typed.back(Field.text("activite", t.localize("workspace.mission.activity"))
                .hint(t.localize("workspace.mission.activity.hint"))
                .must());
    }

    static List<String> activities(Texts t) {
        return Catalogue.standard().all().stream()
                .map(a -> a.label(t.language().locale()))
                .distinct()
                .toList();
    }

    List<Field> main() {
        return List.of(
                typed.back(Field.text("titre", t.localize("workspace.mission.name"))
                        .hint(t.localize("workspace.mission.name.hint"))
                        .must()),
                typed.back(Field.date("debut", t.localize("workspace.mission.start"))
                        .must()),
                typed.back(
                        Field.date("fin", t.localize("workspace.mission.end")).must()),
                typed.back(select("mode", PriceMode.values(), false)),
                typed.back(Field.money("prix", t.localize("workspace.mission.price"))
                        .must()),
                typed.back(Field.of("number", "tva", t.localize("workspace.mission.vat"))
                        .hint(t.localize("workspace.mission.vat.hint"))
                        .must()),
                typed.back(Field.of("number", "jours", t.localize("workspace.mission.days"))
                        .hint(t.localize("workspace.mission.days.hint"))
                        .must()),
                typed.back(Field.text("commande", t.localize("workspace.mission.order"))));
    }

    List<Field> deciding() {
        return List.of(
                typed.back(select("destination", Purpose.values(), true)),
                typed.back(select("motif", RecourseReason.values(), true)),
                typed.back(yesNoField("domicile")),
                typed.back(yesNoField("biens")),
                typed.back(yesNoField("reglementee")),
                typed.back(yesNoField("dangereux")),
                typed.back(yesNoField("greve")));
    }

    private Field select(String name, Enum<?>[] values, boolean open) {
        var options = new java.util.ArrayList<Option>();
        if (open) options.add(new Option("", t.localize("workspace.mission.open"), true));
        for (var value : values) {
            options.add(new Option(value.name(), t.localize("workspace.mission." + name + "." + value.name()), false));
        }
        return Field.select(name, t.localize("workspace.mission." + name), options);
    }

    private Field yesNoField(String name) {
        return Field.select(
                name,
                t.localize("workspace.mission." + name),
                List.of(
                        new Option("", t.localize("workspace.mission.open"), true),
                        new Option(NO, t.localize("workspace.no"), false),
                        new Option(YES, t.localize("workspace.yes"), false)));
    }
}
