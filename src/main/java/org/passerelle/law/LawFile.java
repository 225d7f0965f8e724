package org.passerelle.law;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// One parameter file, read strictly: what is not expected is an error that names file and key.
final class LawFile {

    private static final Set<String> HEAD = Set.of(
            "code", "label", "payslip", "article", "base", "group", "when", "rounding", "checked", "note", "values");
    private static final Set<String> CONTENT =
            Set.of("employee", "employer", "rate", "amount", "number", "brackets", "text");
    private static final Set<String> ABOUT = Set.of("from", "to", "article", "source", "status", "note");

    private final String file;

    private LawFile(String file) {
        this.file = file;
    }

    /// @param file path below `law/`: `contributions/csa.yaml`
    static Parameter read(String file, String yaml) {
        return new LawFile(file).parameter(yaml);
    }

    private Parameter parameter(String yaml) {
        var head = mapping("", compose(yaml));
        only(head, "", HEAD, Set.of());
        String code = text(head, "", "code");
        if (!file.endsWith("/" + code + ".yaml")) throw bad("code", "must be the name of the file, not " + code);
        String label = text(head, "", "label");
        String article = text(head, "", "article");
        var versions = versions(head, article);
        return new Parameter(
                code,
                file.substring(0, file.indexOf('/')),
                label,
                optional(head, "", "payslip", label),
                article,
                text(head, "", "base"),
                optional(head, "", "group", ""),
                optional(head, "", "when", ""),
                text(head, "", "rounding"),
                day(head, "", "checked"),
                optional(head, "", "note", ""),
                versions);
    }

    private List<Version> versions(Map<String, Node> head, String article) {
        if (!(head.get("values") instanceof SequenceNode values)
                || values.getValue().isEmpty()) {
            throw bad("values", "at least one version is needed");
        }
        var versions = new ArrayList<Version>();
        for (Node node : values.getValue()) {
            String at = "values[" + versions.size() + "]";
            var version = version(at, mapping(at, node), article);
            if (!versions.isEmpty()) versions.set(versions.size() - 1, closed(at, versions.getLast(), version));
            versions.add(version);
        }
        return versions;
    }

    private Version version(String at, Map<String, Node> fields, String article) {
        only(fields, at, CONTENT, ABOUT);
        var from = day(fields, at, "from");
        var to = fields.containsKey("to") ? day(fields, at, "to") : null;
        if (to != null && to.isBefore(from)) throw bad(at + ".to", to + " is before " + from);
        return new Version(
                from,
                to,
                content(fields, at),
                optional(fields, at, "article", article),
                text(fields, at, "source"),
                status(fields, at),
                optional(fields, at, "note", ""));
    }

    /// A version ends the day before the next one begins, unless it says an earlier end.
    private Version closed(String at, Version before, Version next) {
        if (!next.from().isAfter(before.from())) throw bad(at + ".from", "the days must rise");
        if (before.to() != null && !before.to().isBefore(next.from())) {
            throw bad(at + ".from", next.from() + " overlaps the version before, which ends on " + before.to());
        }
        if (before.content().getClass() != next.content().getClass())
            throw bad(at, "another kind of value than before");
        var to = before.to() == null ? next.from().minusDays(1) : before.to();
        return new Version(
                before.from(), to, before.content(), before.article(), before.source(), before.status(), before.note());
    }

    private Content content(Map<String, Node> fields, String at) {
        var given = fields.keySet().stream().filter(CONTENT::contains).sorted().toList();
        return switch (given.isEmpty() ? "" : given.getFirst()) {
            case "employee", "employer" -> {
                if (given.size() > 2 || !Set.of("employee", "employer").containsAll(given)) throw kinds(at, given);
                yield new Content.Shares(share(fields, at, "employee"), share(fields, at, "employer"));
            }
            case "" -> throw bad(at, "no value");
            default -> {
                if (given.size() > 1) throw kinds(at, given);
                yield single(given.getFirst(), fields, at);
            }
        };
    }

    private Content single(String kind, Map<String, Node> fields, String at) {
        return switch (kind) {
            case "rate" -> new Content.Proportion(percent(at + ".rate", text(fields, at, "rate")));
            case "amount" -> new Content.Sum(euros(at + ".amount", text(fields, at, "amount")));
            case "number" -> new Content.Number(decimal(at + ".number", text(fields, at, "number")));
            case "text" -> new Content.Words(text(fields, at, "text"));
            default -> new Content.Scale(brackets(at + ".brackets", fields.get("brackets")));
        };
    }

    private Brackets brackets(String at, @Nullable Node node) {
        if (!(node instanceof SequenceNode sequence)) throw bad(at, "must be a list of steps");
        var steps = new ArrayList<Brackets.Step>();
        for (Node step : sequence.getValue()) {
            String here = at + "[" + steps.size() + "]";
            var fields = mapping(here, step);
            only(fields, here, Set.of("below", "rate"), Set.of());
            var below = fields.containsKey("below") ? decimal(here + ".below", text(fields, here, "below")) : null;
            steps.add(new Brackets.Step(below, percent(here + ".rate", text(fields, here, "rate"))));
        }
        try {
            return new Brackets(steps);
        } catch (IllegalArgumentException e) {
            throw bad(at, String.valueOf(e.getMessage()));
        }
    }

    private Rate share(Map<String, Node> fields, String at, String key) {
        return fields.containsKey(key) ? percent(at + "." + key, text(fields, at, key)) : Rate.ZERO;
    }

    private Rate percent(String at, String text) {
        if (!text.endsWith(" %")) throw bad(at, "must be a percentage such as 8.55 %, not " + text);
        return Rate.ofPercent(decimal(at, text.substring(0, text.length() - 2)));
    }

    private Money euros(String at, String text) {
        if (!text.endsWith(" EUR")) throw bad(at, "must be a sum such as 12.31 EUR, not " + text);
        try {
            return Money.of(text.substring(0, text.length() - 4));
        } catch (InvalidValue e) {
            throw bad(at, "must be a sum such as 12.31 EUR, not " + text);
        }
    }

    private BigDecimal decimal(String at, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw bad(at, "must be a plain number, not " + text);
        }
    }

    private Status status(Map<String, Node> fields, String at) {
        String text = text(fields, at, "status");
        return switch (text) {
            case "V" -> Status.V;
            case "S" -> Status.S;
            case "K" -> Status.K;
            default -> throw bad(at + ".status", "must be V, S or K, not " + text);
        };
    }

    private LocalDate day(Map<String, Node> fields, String at, String key) {
        String text = text(fields, at, key);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw bad(path(at, key), "must be a day such as 2026-01-01, not " + text);
        }
    }

    private String optional(Map<String, Node> fields, String at, String key, String otherwise) {
        return fields.containsKey(key) ? text(fields, at, key) : otherwise;
    }

    private String text(Map<String, Node> fields, String at, String key) {
        var node = fields.get(key);
        if (node == null) throw bad(path(at, key), "is missing");
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) throw bad(path(at, key), "is empty");
        return scalar.getValue();
    }

    private void only(Map<String, Node> fields, String at, Set<String> known, Set<String> alsoKnown) {
        for (String key : fields.keySet()) {
            if (!known.contains(key) && !alsoKnown.contains(key)) throw bad(path(at, key), "unknown key");
        }
    }

    private Map<String, Node> mapping(String at, @Nullable Node node) {
        if (!(node instanceof MappingNode mapping)) throw bad(at, "must be a list of keys and values");
        var fields = new LinkedHashMap<String, Node>();
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) throw bad(at, "a key must be a word");
            if (fields.put(key.getValue(), tuple.getValueNode()) != null) {
                throw bad(path(at, key.getValue()), "given twice");
            }
        }
        return fields;
    }

    private @Nullable Node compose(String yaml) {
        try {
            return new Yaml(new LoaderOptions()).compose(new java.io.StringReader(yaml));
        } catch (YAMLException e) {
            throw bad("", "no YAML: " + e.getMessage());
        }
    }

    private BadLawFile kinds(String at, List<String> given) {
        return bad(at, "one kind of value only, not " + String.join(" and ", given));
    }

    private BadLawFile bad(String key, String problem) {
        return new BadLawFile(file, key, problem);
    }

    private static String path(String at, String key) {
        return at.isEmpty() ? key : at + "." + key;
    }
}
