package org.passerelle.simulator.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.frames.Activity;
import org.passerelle.frames.Catalogue;
import org.passerelle.frames.ClientKind;
import org.passerelle.frames.Fact;
import org.passerelle.frames.Purpose;
import org.passerelle.frames.Question;
import org.passerelle.frames.RecourseReason;
import org.passerelle.frames.Relation;
import org.passerelle.frames.Sale;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;

/// What the visitor asked, in the words of the address.
///
/// @param fields the form, by name of the parameter
/// @param typedActivity what was typed for the activity
/// @param understood the activity it was taken for; null when none was typed or found
/// @param others what else it may mean
/// @param question null as long as nobody said who the client is, or when something typed is wrong
/// @param address the page with this question, without what was left empty
record BillableForm(
        Map<String, Field> fields,
        String typedActivity,
        @Nullable Activity understood,
        List<Activity> others,
        @Nullable Question question,
        String address) {

    static final String CLIENT = "client";
    static final String ACTIVITY = "metier";
    static final String HOME = "domicile";
    static final String PRICE = "prix";
    static final String DAYS = "jours";
    static final String DAY = "le";
    static final String CHANNEL = "conclu";
    static final String START = "demarre";
    static final String EXPRESS = "expres";

    private static final int SUGGESTIONS = 6;
    private static final int MOST_DAYS_AHEAD = 366;

    /// Name of the parameter that answers each question.
    static final Map<Fact, String> ANSWERS = Map.ofEntries(
            Map.entry(Fact.PURPOSE, "achat"),
            Map.entry(Fact.ACTIVITY, ACTIVITY),
            Map.entry(Fact.AT_HOME, HOME),
            Map.entry(Fact.GOODS, "biens"),
            Map.entry(Fact.REGULATED, "ordre"),
            Map.entry(Fact.DANGEROUS, "danger"),
            Map.entry(Fact.STRIKERS, "greve"),
            Map.entry(Fact.DIPLOMA, "diplome"),
            Map.entry(Fact.EXPERIENCE, "experience"),
            Map.entry(Fact.OWN_SIREN, "immatricule"),
            Map.entry(Fact.SAP_DECLARED, "sap"),
            Map.entry(Fact.SAP_APPROVED, "agrement"),
            Map.entry(Fact.PRICE, PRICE),
            Map.entry(Fact.DAYS, DAYS),
            Map.entry(Fact.MONTHS, "mois"),
            Map.entry(Fact.RECOURSE, "motif"),
            Map.entry(Fact.CHANNEL, CHANNEL),
            Map.entry(Fact.EXPRESS_REQUEST, EXPRESS));

    static BillableForm read(Typed typed, Texts t, LocalDate today) {
        var text = typed.text(ACTIVITY);
        var found = text.isEmpty() || text.length() > 100
                ? List.<Activity>of()
                : Catalogue.standard().search(text, SUGGESTIONS);
        var exact = exactly(text);
        var understood = exact != null ? exact : found.isEmpty() ? null : found.getFirst();
        var others = exact != null
                ? List.<Activity>of()
                : found.stream().filter(a -> a != understood).toList();
        if (!text.isEmpty() && understood == null) {
            typed.refuse(ACTIVITY, t.localize("simulator.activity.unknown"));
        }
        var question = question(typed, understood, today);
        return new BillableForm(
                fields(typed, t),
                text,
                understood,
                others,
                typed.hasErrors() ? null : question,
                address(typed, understood));
    }

    private static @Nullable Activity exactly(String text) {
        return Catalogue.standard()
                .find(text)
                .orElseGet(() -> Catalogue.standard().all().stream()
                        .filter(a -> a.fr().equalsIgnoreCase(text) || a.en().equalsIgnoreCase(text))
                        .findFirst()
                        .orElse(null));
    }

    private static @Nullable Question question(Typed typed, @Nullable Activity activity, LocalDate today) {
        var kind = typed.value(CLIENT, text -> choice(CLIENTS, text));
        var purpose = typed.value("achat", text -> choice(PURPOSES, text));
        var day = typed.value(DAY, Typed::date);
        var service = new Question.Service(
                activity,
                flag(typed, "biens"),
                flag(typed, "ordre"),
                flag(typed, HOME),
                flag(typed, "danger"),
                flag(typed, "greve"));
        var diploma = typed.value("diplome", BillableForm::whole);
        var experience = typed.value("experience", BillableForm::whole);
        var price = typed.value(PRICE, BillableForm::price);
        var days = typed.value(DAYS, text -> between(text, "days.range", 31));
        var months = typed.value("mois", text -> between(text, "months.range", 1200));
        var reason = typed.value("motif", text -> choice(REASONS, text));
        var channel = typed.value(CHANNEL, text -> choice(CHANNELS, text));
        var start = typed.value(START, text -> daysAhead(text));
        typed.value("diplome", text -> new Question.Worker(diploma, null, null, null, null));
        typed.value("experience", text -> new Question.Worker(null, experience, null, null, null));
        if (kind == null || typed.hasErrors()) return null;
        var worker = new Question.Worker(
                diploma, experience, flag(typed, "immatricule"), flag(typed, "sap"), flag(typed, "agrement"));
        return new Question(
                day == null ? today : day,
                new Question.Buyer(kind, null, purpose),
                service,
                worker,
                new Question.Terms(price, days, months, null, reason),
                Question.House.ANY,
                Relation.UNKNOWN,
                new Sale(channel, start, flag(typed, EXPRESS)));
    }

    private static final Map<String, ClientKind> CLIENTS = ordered(
            Map.entry("entreprise", ClientKind.COMPANY),
            Map.entry("particulier", ClientKind.CONSUMER),
            Map.entry("public", ClientKind.PUBLIC_BODY),
            Map.entry("association", ClientKind.ASSOCIATION),
            Map.entry("independant", ClientKind.SOLE_TRADER));

    private static final Map<String, Purpose> PURPOSES =
            ordered(Map.entry("professionnel", Purpose.BUSINESS), Map.entry("prive", Purpose.PRIVATE));

    private static final Map<String, RecourseReason> REASONS = ordered(
            Map.entry("occasionnel", RecourseReason.OCCASIONAL_TASK),
            Map.entry("expertise", RecourseReason.MISSING_EXPERTISE),
            Map.entry("permanent", RecourseReason.PERMANENT_ACTIVITY));

    private static final Map<String, Sale.Channel> CHANNELS = ordered(
            Map.entry("distance", Sale.Channel.DISTANCE),
            Map.entry("dehors", Sale.Channel.OFF_PREMISES),
            Map.entry("locaux", Sale.Channel.ON_PREMISES));

    private static final List<String> YES_NO = List.of("oui", "non");
    private static final List<String> DIPLOMAS = List.of("0", "3", "4", "5", "6", "7", "8");

    @SafeVarargs
    private static <V> Map<String, V> ordered(Map.Entry<String, V>... entries) {
        var map = new LinkedHashMap<String, V>();
        for (var entry : entries) map.put(entry.getKey(), entry.getValue());
        return map;
    }

    private static <V> V choice(Map<String, V> choices, String text) {
        var value = choices.get(text);
        if (value == null) throw new InvalidValue("choice.unknown", text);
        return value;
    }

    private static @Nullable Boolean flag(Typed typed, String name) {
        return typed.value(name, text -> choice(Map.of("oui", true, "non", false), text));
    }

    private static Integer whole(String text) {
        try {
            return Typed.number(text).intValueExact();
        } catch (ArithmeticException e) {
            throw new InvalidValue("number.whole", text);
        }
    }

    private static Integer daysAhead(String text) {
        var days = whole(text);
        if (days < 0 || days > MOST_DAYS_AHEAD) throw new InvalidValue("days.ahead", text);
        return days;
    }

    private static Money price(String text) {
        var price = Typed.money(text);
        if (price.isNegative()) throw new InvalidValue("money.negative", text);
        return price;
    }

    private static BigDecimal between(String text, String code, int most) {
        var number = Typed.number(text);
        if (number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) throw new InvalidValue(code, text);
        return number;
    }

    private static Map<String, Field> fields(Typed typed, Texts t) {
        var fields = new LinkedHashMap<String, Field>();
        select(fields, typed, t, CLIENT, CLIENTS.keySet());
        add(fields, typed, Field.text(ACTIVITY, label(ACTIVITY, t)).hint(t.localize("simulator.metier.hint")));
        select(fields, typed, t, HOME, YES_NO);
        select(fields, typed, t, "achat", PURPOSES.keySet());
        add(fields, typed, Field.money(PRICE, label(PRICE, t)));
        add(fields, typed, Field.of("text", DAYS, label(DAYS, t)));
        add(fields, typed, Field.of("text", "mois", label("mois", t)));
        select(fields, typed, t, "motif", REASONS.keySet());
        select(fields, typed, t, "diplome", DIPLOMAS);
        add(fields, typed, Field.of("text", "experience", label("experience", t)));
        for (var name : List.of("immatricule", "sap", "agrement", "greve", "danger", "biens", "ordre")) {
            select(fields, typed, t, name, YES_NO);
        }
        select(fields, typed, t, CHANNEL, CHANNELS.keySet());
        add(fields, typed, Field.of("text", START, label(START, t)));
        select(fields, typed, t, EXPRESS, YES_NO);
        add(fields, typed, Field.date(DAY, label(DAY, t)));
        return fields;
    }

    private static void add(Map<String, Field> fields, Typed typed, Field field) {
        fields.put(field.name(), typed.back(field));
    }

    private static void select(
            Map<String, Field> fields, Typed typed, Texts t, String name, java.util.Collection<String> values) {
        var options = new ArrayList<Option>();
        options.add(new Option("", t.localize("simulator.choose"), true));
        for (var value : values) {
            var key = values == YES_NO ? "simulator." + value : "simulator." + name + "." + value;
            options.add(new Option(value, t.localize(key), false));
        }
        add(fields, typed, Field.select(name, label(name, t), options));
    }

    private static String label(String name, Texts t) {
        return t.localize("simulator." + name);
    }

    private static String address(Typed typed, @Nullable Activity activity) {
        var parts = new ArrayList<String>();
        for (var name : NAMES) {
            var text = name.equals(ACTIVITY) && activity != null ? activity.code() : typed.text(name);
            if (!text.isEmpty()) parts.add(name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        return parts.isEmpty() ? BillablePage.PATH : BillablePage.PATH + "?" + String.join("&", parts);
    }

    private static final List<String> NAMES = List.of(
            CLIENT,
            ACTIVITY,
            HOME,
            "achat",
            PRICE,
            DAYS,
            "mois",
            "motif",
            "diplome",
            "experience",
            "immatricule",
            "sap",
            "agrement",
            "greve",
            "danger",
            "biens",
            "ordre",
            CHANNEL,
            START,
            EXPRESS,
            DAY);

    Field field(String name) {
        var field = fields.get(name);
        if (field == null) throw new IllegalArgumentException(name);
        return field;
    }

    /// The same question with another activity.
    String addressWith(Activity activity) {
        var other = ACTIVITY + "=" + URLEncoder.encode(activity.code(), StandardCharsets.UTF_8);
        return understood == null ? address : address.replace(ACTIVITY + "=" + understood.code(), other);
    }

    /// The fields of the details, in the order of the page.
    List<Field> details() {
        return NAMES.stream()
                .filter(n -> !List.of(CLIENT, ACTIVITY, HOME).contains(n))
                .map(this::field)
                .toList();
    }
}
