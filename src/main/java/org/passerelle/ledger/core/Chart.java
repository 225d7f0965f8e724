package org.passerelle.ledger.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Labels of accounts and journals, from `ledger/accounts.yaml`.
public final class Chart {

    /// Shortest stem by which an account is recognised: the account of the plan comptable with three digits.
    private static final int SHORTEST_STEM = 3;

    private static final Chart FRENCH = read();

    private final Map<String, Name> accounts;
    private final Map<String, Name> journals;

    private record Name(String fr, String en) {
        String in(Locale locale) {
            return locale.getLanguage().equals("en") ? en : fr;
        }
    }

    private Chart(Map<String, Name> accounts, Map<String, Name> journals) {
        this.accounts = Map.copyOf(accounts);
        this.journals = Map.copyOf(journals);
    }

    public static Chart french() {
        return FRENCH;
    }

    public boolean knows(String account) {
        return name(account) != null;
    }

    public boolean knowsJournal(String code) {
        return journals.containsKey(code);
    }

    /// @throws IllegalArgumentException when the chart has no such account
    public String label(String account, Locale locale) {
        var name = name(account);
        if (name == null) throw new IllegalArgumentException("not in the chart of accounts: " + account);
        return name.in(locale);
    }

    /// The label that legal files print.
    public String label(String account) {
        return label(account, Locale.FRENCH);
    }

    /// @throws IllegalArgumentException when there is no such journal
    public String journal(String code) {
        var name = journals.get(code);
        if (name == null) throw new IllegalArgumentException("no journal " + code);
        return name.fr();
    }

    // The account itself, else the nearest one above it: 645110 is named by 645100, then by 645000.
    private @Nullable Name name(String account) {
        for (int length = account.length(); length >= SHORTEST_STEM; length--) {
            var stem = account.substring(0, length);
            var name = accounts.get(stem.length() >= 6 ? stem : stem + "0".repeat(6 - stem.length()));
            if (name != null) return name;
        }
        return null;
    }

    private static Chart read() {
        try (InputStream file = Chart.class.getResourceAsStream("/ledger/accounts.yaml")) {
            if (file == null) throw new IllegalStateException("ledger/accounts.yaml is missing");
            Map<String, List<Map<String, String>>> tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return new Chart(names(tree, "accounts", "number"), names(tree, "journals", "code"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Name> names(Map<String, List<Map<String, String>>> tree, String list, String key) {
        var names = new HashMap<String, Name>();
        for (var row : tree.getOrDefault(list, List.of())) {
            var code = required(row, key);
            if (names.put(code, new Name(required(row, "fr"), required(row, "en"))) != null) {
                throw new IllegalStateException("twice in ledger/accounts.yaml: " + code);
            }
        }
        return names;
    }

    private static String required(Map<String, String> row, String key) {
        var value = row.get(key);
        if (value == null) throw new IllegalStateException("ledger/accounts.yaml: no " + key + " in " + row);
        return value;
    }
}
