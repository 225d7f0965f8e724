package org.passerelle.cli.month;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files of a folder, and the problems found in them. A file outside the folder is never opened.
final class Sources {

    private static final long LARGEST = 50L * 1024 * 1024;

    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> spoiled = new HashSet<>();
    private final Map<Object, Place> places = new HashMap<>();

    Sources(Path folder) {
        this.folder = folder;
    }

    List<Problem> problems() {
        return problems;
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    /// Notes that something is named but could not be read, so that what refers to it is not called unknown as
    /// well.
    ///
    /// @param code `*` when nothing of that kind could be read
    void spoil(String kind, String house, String code) {
        spoiled.add(code.equals("*") ? kind : kind + "|" + house + "|" + code);
    }

    boolean isSpoiled(String kind, String house, String code) {
        return spoiled.contains(kind) || spoiled.contains(kind + "|" + house + "|" + code);
    }

    /// Remembers where something stands, for what a later step may have to say of it.
    void place(Object id, Place place) {
        places.put(id, place);
    }

    Map<Object, Place> places() {
        return places;
    }

    /// @return null when it is missing, too large or outside the folder; the problem is noted
    byte @Nullable [] bytes(String name) {
        var path = folder.resolve(name).normalize();
        try {
            if (!path.startsWith(folder) || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                problems.add(Problem.of(name, 0, 0, "", "file_missing"));
                return null;
            }
            if (Files.size(path) > LARGEST) {
                problems.add(Problem.of(name, 0, 0, "", "file_large"));
                return null;
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            problems.add(Problem.of(name, 0, 0, "", "file_unreadable", String.valueOf(e.getMessage())));
            return null;
        }
    }

    /// The text of a file in UTF-8, without a byte order mark.
    ///
    /// @return null when it cannot be read; the problem is noted
    @Nullable
    String text(String name) {
        var bytes = bytes(name);
        if (bytes == null) return null;
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var buffer = ByteBuffer.wrap(bytes);
        try {
            var text = decoder.decode(buffer).toString();
            return withoutControls(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException _) {
            int line = 1;
            for (int i = 0; i < buffer.position(); i++) if (bytes[i] == '\n') line++;
            problems.add(Problem.of(name, line, 0, "", "encoding"));
            return null;
        }
    }

    private @Nullable String withoutControls(String name, String text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++, column++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                column = 0;
            } else if (Character.isISOControl(c) && c != '\r' && c != '\t') {
                problems.add(Problem.of(name, line, column, "", "control", "U+%04X".formatted((int) c)));
                return null;
            }
        }
        return text;
    }

    /// Names of the files in a folder inside, sorted; empty when there is no such folder.
    List<String> names(String inside, String ending) {
        var path = folder.resolve(inside);
        if (!Files.isDirectory(path)) return List.of();
        try (var files = Files.list(path)) {
            return files.map(file -> inside + "/" + file.getFileName())
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(Problem.of(inside, 0, 0, "", "file_unreadable", String.valueOf(e.getMessage())));
            return List.of();
        }
    }
}
