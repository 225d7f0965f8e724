package org.passerelle.browser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.Handlers;
import org.passerelle.identity.SignedIn;
import org.passerelle.identity.web.AccessGate;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Somebody goes from link to link until they have seen one page of each kind that is open to them, and of each kind
/// one with something behind the question mark.
final class Walk {

    private final Set<String> pages;
    private final Map<String, List<String>> also;
    private final Map<String, String> seen = new LinkedHashMap<>(); // address → pattern

    private final List<String> elsewhere = new ArrayList<>();

    private Walk(Set<String> pages, Map<String, List<String>> also) {
        this.pages = pages;
        this.also = also;
    }

    /// @param also pattern → addresses to be seen beside those that a link shows
    static Walk of(RequestMappingHandlerMapping mapping, @Nullable SignedIn who, Map<String, List<String>> also) {
        var pages = Handlers.all(mapping).stream()
                .filter(handler -> !handler.writes() && isPage(handler.code()))
                .filter(handler -> AccessGate.isOpen(handler.code(), who))
                .map(Handlers.Handler::path)
                .filter(path -> who == null || !path.equals("/connexion"))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Walk(pages, also);
    }

    /// Addresses that the walk itself would not come by, such as one from a mail.
    Walk startingAlsoAt(List<String> addresses) {
        elsewhere.addAll(addresses);
        return this;
    }

    /// What answers with a file has nothing to look at: only a view is a page.
    private static boolean isPage(HandlerMethod code) {
        var answer = code.getMethod().getReturnType();
        return answer == ModelAndView.class || answer == String.class;
    }

    /// Those that were to be seen and were not: no link leads there, or nothing fills them.
    Set<String> missed() {
        var missed = new TreeSet<>(pages);
        missed.removeAll(seen.values());
        return missed;
    }

    /// @param look at an address of that pattern; the visitor must stand there when it returns
    void through(Visitor visitor, BiConsumer<String, String> look) {
        var waiting = new ArrayDeque<String>();
        pages.stream().filter(path -> !path.contains("{")).forEach(path -> {
            waiting.add(path);
            waiting.addAll(also.getOrDefault(path, List.of()));
        });
        waiting.addAll(elsewhere);
        while (!waiting.isEmpty()) {
            var address = waiting.poll();
            var pattern = patternOf(address);
            if (pattern == null || !isNew(address, pattern)) continue;
            seen.put(address, pattern);
            look.accept(address, pattern);
            waiting.addAll(links(visitor));
        }
    }

    /// The most precise pattern that an address fits: `/missions/nouvelle` before `/missions/{mission}`.
    private @Nullable String patternOf(String address) {
        var path = address.replaceAll("[?#].*", "");
        return pages.stream()
                .filter(page -> path.matches(page.replaceAll("\\{\\w+}", "[^/]+")))
                .min(Comparator.comparingInt(page -> page.split("\\{", -1).length))
                .orElse(null);
    }

    private boolean isNew(String address, String pattern) {
        if (seen.containsKey(address)) return false;
        if (also.getOrDefault(pattern, List.of()).contains(address)) return true;
        boolean asks = address.contains("?");
        return seen.entrySet().stream()
                .noneMatch(before ->
                        before.getValue().equals(pattern) && before.getKey().contains("?") == asks);
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Visitor visitor) {
        return (List<String>) visitor.page()
                .evaluate("() => [...document.querySelectorAll('a[href^=\"/\"]')]"
                        + ".map(a => a.getAttribute('href').split('#')[0])");
    }
}
