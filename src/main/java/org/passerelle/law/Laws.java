package org.passerelle.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// All parameters with all their versions.
public final class Laws {

    private static final String ROOT = "/law/";

    private final Map<String, Parameter> parameters;
    private final LocalDate[] starts;
    private final Period[] periods;

    Laws(Collection<Parameter> all) {
        var byCode = new TreeMap<String, Parameter>();
        for (Parameter p : all) {
            if (byCode.put(p.code(), p) != null) throw new BadLawFile(p.code(), "code", "defined twice");
        }
        parameters = Map.copyOf(byCode);
        starts = changes(all).toArray(LocalDate[]::new);
        periods = new Period[starts.length];
        for (int i = 0; i < starts.length; i++) periods[i] = period(i, starts[i]);
    }

    /// Reads every file named in `law/index.txt` of the class path.
    ///
    /// @throws BadLawFile naming file and key at the first thing that is not as it should be
    public static Laws load() {
        return new Laws(Arrays.stream(text("index.txt").split("\n"))
                .filter(line -> !line.isBlank())
                .map(file -> LawFile.read(file.strip(), text(file.strip())))
                .toList());
    }

    /// The law as it stands on a day; cheap, so ask for it again rather than keep it.
    public Law on(LocalDate day) {
        int found = Arrays.binarySearch(starts, day);
        int index = found >= 0 ? found : -found - 2;
        return new Law(day, index >= 0 ? periods[index] : new Period(-1, LocalDate.MIN, Map.of(), parameters));
    }

    /// How many spans of days there are; [Period#index()] runs below it.
    public int periodCount() {
        return periods.length;
    }

    public Collection<Parameter> all() {
        return new TreeMap<>(parameters).values();
    }

    /// Every day on which a version begins, or on which one has ended without a successor.
    private static TreeSet<LocalDate> changes(Collection<Parameter> all) {
        var days = new TreeSet<LocalDate>();
        for (Parameter p : all) {
            for (Version v : p.versions()) {
                days.add(v.from());
                if (v.to() != null) days.add(v.to().plusDays(1));
            }
        }
        return days;
    }

    private Period period(int index, LocalDate day) {
        var standing = new HashMap<String, Version>();
        parameters.values().forEach(p -> p.on(day).ifPresent(v -> standing.put(p.code(), v)));
        return new Period(index, day, Map.copyOf(standing), parameters);
    }

    private static String text(String file) {
        try (InputStream in = Laws.class.getResourceAsStream(ROOT + file)) {
            if (in == null) throw new BadLawFile(file, "", "named in law/index.txt, but there is no such file");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
