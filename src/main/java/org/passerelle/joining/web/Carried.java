package org.passerelle.joining.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.passerelle.joining.Step;
import org.passerelle.joining.core.Ask;
import org.passerelle.joining.core.Asks;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.web.Typed;

/// What a visitor typed in a simulation, under the names of its address, as answers of the file. What is not understood
/// is left out: it is asked again, with the rest.
final class Carried {

    private static final Map<String, String> NAMES = names();

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("clientKind.entreprise", "COMPANY"),
            Map.entry("clientKind.particulier", "CONSUMER"),
            Map.entry("clientKind.public", "PUBLIC_BODY"),
            Map.entry("clientKind.association", "ASSOCIATION"),
            Map.entry("clientKind.independant", "SOLE_TRADER"),
            Map.entry("purpose.professionnel", "BUSINESS"),
            Map.entry("purpose.prive", "PRIVATE"),
            Map.entry("reason.occasionnel", "OCCASIONAL_TASK"),
            Map.entry("reason.expertise", "MISSING_EXPERTISE"),
            Map.entry("reason.permanent", "PERMANENT_ACTIVITY"));

    private Carried() {}

    private static Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        names.put("tjm", "price");
        names.put("prix", "price");
        names.put("jours", "days");
        names.put("metier", "activity");
        names.put("client", "clientKind");
        names.put("domicile", "atHome");
        names.put("achat", "purpose");
        names.put("motif", "reason");
        names.put("biens", "goods");
        names.put("ordre", "regulated");
        names.put("danger", "dangerous");
        names.put("greve", "strikers");
        names.put("diplome", "diploma");
        names.put("experience", "experience");
        return names;
    }

    /// As hidden fields of the form, and as the address of the page: only names that we know.
    static Map<String, String> raw(Typed typed) {
        var raw = new TreeMap<String, String>();
        for (var name : NAMES.keySet()) {
            var text = typed.text(name);
            if (!text.isEmpty() && text.length() <= 100) raw.put(name, text);
        }
        return raw;
    }

    static String query(Map<String, String> raw) {
        return raw.isEmpty()
                ? ""
                : raw.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    static Map<String, String> answers(Map<String, String> raw) {
        var asks = new LinkedHashMap<String, Ask>();
        for (var step : List.of(Step.QUALIFICATION, Step.CLIENT, Step.MISSION)) {
            Asks.of(step).forEach(ask -> asks.put(ask.name(), ask));
        }
        var said = new TreeMap<String, String>();
        raw.forEach((name, text) -> {
            var answer = NAMES.get(name);
            var ask = answer == null ? null : asks.get(answer);
            if (answer == null || ask == null) return;
            try {
                said.put(answer, Wording.canonical(ask, WORDS.getOrDefault(answer + "." + text, text)));
            } catch (InvalidValue e) {
                // asked again in the file
            }
        });
        if (said.containsKey("price")) said.put("mode", "DAY");
        return said;
    }
}
