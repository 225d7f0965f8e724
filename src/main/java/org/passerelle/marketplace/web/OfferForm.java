package org.passerelle.marketplace.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.frames.Activity;
import org.passerelle.frames.Catalogue;
import org.passerelle.frames.ClientKind;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siren;
import org.passerelle.marketplace.Contact;
import org.passerelle.marketplace.OfferTerms;
import org.passerelle.marketplace.Remote;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;

/// An offer as it is typed: what everybody will read, and who offers it. A private individual is asked for no SIREN.
final class OfferForm {

    private static final String YES = "oui";
    private static final String NO = "non";
    private static final int LONGEST = 4000;

    private final Typed typed;
    private final Texts t;

    OfferForm(Typed typed, Texts t) {
        this.typed = typed;
        this.t = t;
    }

    /// What everybody will read; null when something is wrong (then [Typed] knows what).
    @Nullable
    OfferTerms terms() {
        var kind = typed.must("client", text -> Typed.choice(ClientKind.class, text));
        var title = typed.mustText("titre");
        var activity = activity();
        var words = typed.text("besoin");
        if (words.isEmpty()) typed.refuse("besoin", t.localize("value.required"));
        if (words.length() > LONGEST) typed.refuse("besoin", t.localize("value.text.long"));
        var low = typed.must("de", Typed::money);
        var high = typed.value("a", Typed::money);
        var days = typed.must("jours", Typed::number);
        var start = typed.must("debut", Typed::date);
        var months = typed.must("mois", Typed::whole);
        var remote = typed.must("lieu", text -> Typed.choice(Remote.class, text));
        var city = typed.mustText("ville");
        if (kind == null
                || activity == null
                || low == null
                || days == null
                || start == null
                || months == null
                || remote == null
                || typed.hasErrors()) {
            return null;
        }
        try {
            return new OfferTerms(
                    title,
                    words,
                    activity.code(),
                    kind,
                    home(),
                    skills(),
                    low,
                    high == null ? low : high,
                    city,
                    remote,
                    days,
                    start,
                    months);
        } catch (InvalidValue e) {
            typed.refuse(fieldOf(e), t.error(e));
            return null;
        }
    }

    /// Who offers it; null when something is wrong.
    @Nullable
    Contact contact() {
        var name = typed.mustText("nom");
        var email = typed.mustText("email");
        boolean consumer = typed.text("client").equals(ClientKind.CONSUMER.name());
        var siren = consumer ? null : typed.must("siren", Siren::of);
        var street = typed.mustText("rue");
        var postcode = typed.mustText("postal");
        var city = typed.mustText("commune");
        if (typed.hasErrors()) return null;
        return new Contact(name, siren, email, new PostalAddress(street, "", postcode, city, "FR"));
    }

    static String fieldOf(InvalidValue e) {
        return switch (e.code()) {
            case "money.positive" -> "de";
            case "offer.range" -> "a";
            case "offer.skills" -> "competences";
            case "offer.months" -> "mois";
            case "offer.past" -> "debut";
            case "days_per_month.range" -> "jours";
            case "title.missing" -> "titre";
            case "email.format" -> "email";
            case "siren.missing", "siren.key", "siren.format" -> "siren";
            default -> "besoin";
        };
    }

    List<Field> need() {
        return List.of(
                typed.back(Field.select("client", t.localize("marketplace.client"), kinds(true))
                        .must()),
                typed.back(Field.text("titre", t.localize("marketplace.title"))
                        .hint(t.localize("marketplace.title.hint"))
                        .must()),
                typed.back(Field.text("activite", t.localize("marketplace.activity"))
                        .hint(t.localize("marketplace.activity.hint"))
                        .must()),
                typed.back(Field.of("textarea", "besoin", t.localize("marketplace.words"))
                        .hint(t.localize("marketplace.words.hint"))
                        .must()),
                typed.back(Field.text("competences", t.localize("marketplace.skills"))
                        .hint(t.localize("marketplace.skills.hint"))));
    }

    List<Field> terms(Texts words) {
        return List.of(
                typed.back(Field.money("de", words.localize("marketplace.low"))
                        .hint(words.localize("marketplace.low.hint"))
                        .must()),
                typed.back(Field.money("a", words.localize("marketplace.high"))),
                typed.back(Field.of("number", "jours", words.localize("marketplace.days"))
                        .must()),
                typed.back(
                        Field.date("debut", words.localize("marketplace.start")).must()),
                typed.back(Field.of("number", "mois", words.localize("marketplace.months"))
                        .must()),
                typed.back(Field.select("lieu", words.localize("marketplace.where"), remotes(true))
                        .must()),
                typed.back(Field.text("ville", words.localize("marketplace.city"))
                        .hint(words.localize("marketplace.city.hint"))
                        .must()),
                typed.back(Field.select(
                        "domicile",
                        words.localize("marketplace.home"),
                        List.of(
                                new Option("", words.localize("marketplace.unsaid"), true),
                                new Option(NO, words.localize("marketplace.no"), false),
                                new Option(YES, words.localize("marketplace.yes"), false)))));
    }

    List<Field> who() {
        return List.of(
                typed.back(
                        Field.text("nom", t.localize("marketplace.name")).must().autocomplete("name")),
                typed.back(Field.text("siren", "SIREN").hint(t.localize("marketplace.siren.hint"))),
                typed.back(Field.of("email", "email", t.localize("marketplace.email"))
                        .must()
                        .autocomplete("email")),
                typed.back(Field.text("rue", t.localize("marketplace.street"))
                        .must()
                        .autocomplete("address-line1")),
                typed.back(Field.text("postal", t.localize("marketplace.postcode"))
                        .must()
                        .autocomplete("postal-code")),
                typed.back(Field.text("commune", t.localize("marketplace.town"))
                        .must()
                        .autocomplete("address-level2")));
    }

    List<Option> kinds(boolean open) {
        var options = new ArrayList<Option>();
        if (open) options.add(new Option("", t.localize("marketplace.choose"), true));
        for (var kind : ClientKind.values()) {
            options.add(new Option(kind.name(), t.localize("marketplace.kind." + kind.name()), false));
        }
        return options;
    }

    List<Option> remotes(boolean open) {
        var options = new ArrayList<Option>();
        if (open) options.add(new Option("", t.localize("marketplace.choose"), true));
        for (var where : Remote.values()) {
            options.add(new Option(where.name(), t.localize("marketplace.remote." + where.name()), false));
        }
        return options;
    }

    private @Nullable Boolean home() {
        return switch (typed.text("domicile")) {
            case YES -> Boolean.TRUE;
            case NO -> Boolean.FALSE;
            default -> null;
        };
    }

    private List<String> skills() {
        return Arrays.stream(typed.text("competences").split("[,;]"))
                .map(String::strip)
                .filter(skill -> !skill.isEmpty())
                .distinct()
                .toList();
    }

    private @Nullable Activity activity() {
        var text = typed.mustText("activite");
        if (text.isEmpty()) return null;
        var catalogue = Catalogue.standard();
        var found = catalogue
                .find(text)
                .or(() -> catalogue.all().stream()
                        .filter(a -> a.fr().equalsIgnoreCase(text) || a.en().equalsIgnoreCase(text))
                        .findFirst())
                .or(() -> catalogue.search(text, 1).stream().findFirst());
        if (found.isEmpty()) typed.refuse("activite", t.error(new InvalidValue("activity.unknown", text)));
        return found.orElse(null);
    }
}
