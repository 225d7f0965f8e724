package org.passerelle.frames;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What people do: the 26 services à la personne of SP-02 and the freelance professions. Data, read once.
public final class Catalogue {

    private static final String FILE = "/catalogue/activities.yaml";
    private static final String SERVICES = "services";
    private static final String PROFESSIONS = "professions";

    private static final Catalogue STANDARD = read(FILE);

    private final Map<String, Activity> byCode;
    private final ActivitySearch search;

    private Catalogue(Map<String, Activity> byCode) {
        this.byCode = Collections.unmodifiableMap(byCode);
        this.search = new ActivitySearch(byCode.values());
    }

    /// The catalogue of the class path.
    public static Catalogue standard() {
        return STANDARD;
    }

    /// @throws InvalidValue `activity.unknown`, naming the code
    public Activity get(String code) {
        return find(code).orElseThrow(() -> new InvalidValue("activity.unknown", code));
    }

    public Optional<Activity> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// In the order of the file: services first, then professions by family.
    public Collection<Activity> all() {
        return byCode.values();
    }

    /// What somebody who types this may mean, the nearest first. Accents, plurals and small typing mistakes do not
    /// matter: `soutient scolaire`, `garde d enfant`, `developpeur`.
    ///
    /// @param limit at most so many
    public List<Activity> search(String text, int limit) {
        return search.find(text, limit);
    }

    private static Catalogue read(String file) {
        try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("no " + file + " on the class path");
            return parse(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param document the parsed file
    static Catalogue parse(Object document) {
        var root = new Fields("", document, Set.of(SERVICES, PROFESSIONS));
        var all = new LinkedHashMap<String, Activity>();
        for (var entry : root.list(SERVICES)) add(all, service(entry));
        for (var entry : root.list(PROFESSIONS)) add(all, profession(entry, all));
        return new Catalogue(all);
    }

    private static void add(Map<String, Activity> all, Activity activity) {
        if (all.put(activity.code(), activity) != null) {
            throw new IllegalStateException("catalogue: " + activity.code() + " stands twice");
        }
    }

    private static Activity service(Object entry) {
        var fields =
                new Fields("service", entry, Set.of("code", "regime", "pack", "remote", "vat", "fr", "en", "words"));
        var regime = Activity.Regime.valueOf(fields.text("regime").toUpperCase(Locale.ROOT));
        var vat = fields.list("vat").stream()
                .map(v -> new BigDecimal(v.toString()))
                .toList();
        var sap = new Activity.Sap(regime, fields.flag("pack"), fields.flag("remote"), vat);
        return new Activity(
                fields.text("code"),
                SERVICES,
                fields.text("fr"),
                fields.text("en"),
                fields.words(),
                sap,
                null,
                Set.of(),
                Set.of());
    }

    private static Activity profession(Object entry, Map<String, Activity> before) {
        var fields = new Fields(
                "profession", entry, Set.of("code", "family", "sap", "fr", "en", "words", "always", "perhaps"));
        var code = fields.text("code");
        var sap = fields.optional("sap");
        if (sap != null && !before.containsKey(sap)) {
            throw new IllegalStateException("catalogue: " + code + ": unknown service " + sap);
        }
        return new Activity(
                code,
                fields.text("family"),
                fields.text("fr"),
                fields.text("en"),
                fields.words(),
                null,
                sap == null ? null : before.get(sap),
                fields.flags("always"),
                fields.flags("perhaps"));
    }

    /// The keys of one entry, none of them unexpected.
    private record Fields(String at, Map<?, ?> values) {

        Fields(String at, @Nullable Object entry, Set<String> known) {
            this(at, entry instanceof Map<?, ?> map ? map : Map.of());
            for (var key : values.keySet()) {
                if (!known.contains(String.valueOf(key))) {
                    throw new IllegalStateException("catalogue: unknown key " + key + " in " + at + " " + entry);
                }
            }
        }

        @Nullable
        String optional(String key) {
            var value = values.get(key);
            return value == null ? null : value.toString();
        }

        String text(String key) {
            var value = optional(key);
            if (value == null || value.isBlank()) {
                throw new IllegalStateException("catalogue: no " + key + " in " + at + " " + values);
            }
            return value;
        }

        boolean flag(String key) {
            return Boolean.TRUE.equals(values.get(key));
        }

        List<?> list(String key) {
            return values.get(key) instanceof List<?> list ? list : List.of();
        }

        List<String> words() {
            var words = new ArrayList<String>();
            for (var word : list("words")) words.add(String.valueOf(word));
            return words;
        }

        Set<Activity.Flag> flags(String key) {
            var flags = EnumSet.noneOf(Activity.Flag.class);
            for (var flag : list(key)) {
                flags.add(Activity.Flag.valueOf(String.valueOf(flag).toUpperCase(Locale.ROOT)));
            }
            return flags;
        }
    }
}
