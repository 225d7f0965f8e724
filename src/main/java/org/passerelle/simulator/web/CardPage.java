package org.passerelle.simulator.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// The model card of a simulator: what it is, for whom, from which sources, tested how. The text is that of
/// `docs/simulators/<name>.<language>.md`, which the build puts on the class path.
@Controller
@OpenToVisitors
public class CardPage {

    private static final Set<String> NAMES =
            Set.of("puis-je-facturer", "combien", "quel-tarif", "une-annee", "verifier-mon-bulletin");

    /// A paragraph, a heading, or a list.
    ///
    /// @param kind `h2`, `p` or `ul`
    public record Block(String kind, List<String> lines) {}

    @GetMapping("/simulateurs/{simulator}")
    ModelAndView show(@PathVariable String simulator, Texts t) {
        if (!NAMES.contains(simulator)) throw new NoSuchElementException(simulator);
        return Partials.page(
                "simulator/card",
                Map.of(
                        "name",
                        t.localize("simulator." + simulator),
                        "path",
                        "/" + simulator,
                        "blocks",
                        blocks(text(simulator, t.code()))));
    }

    private static String text(String name, String language) {
        var file = "/simulators/" + name + "." + language + ".md";
        try (var in = CardPage.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("no " + file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Headings, lists and paragraphs; no other Markdown is used there.
    static List<Block> blocks(String text) {
        var blocks = new ArrayList<Block>();
        for (var part : text.split("\n\\s*\n")) {
            var lines = part.strip();
            if (lines.isEmpty() || lines.startsWith("# ")) continue;
            if (lines.startsWith("## ")) {
                blocks.add(new Block("h2", List.of(lines.substring(3))));
            } else if (lines.startsWith("- ")) {
                var items = new ArrayList<String>();
                for (var item : ("\n" + lines).split("\n- ")) {
                    if (!item.isBlank())
                        items.add(item.replace('\n', ' ').replaceAll(" +", " ").strip());
                }
                blocks.add(new Block("ul", items));
            } else {
                blocks.add(new Block("p", List.of(lines.replace('\n', ' '))));
            }
        }
        return blocks;
    }
}
