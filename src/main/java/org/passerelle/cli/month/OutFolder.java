package org.passerelle.cli.month;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Where the papers go: all of them at once, or none. What an earlier run wrote is replaced; anything else is
/// left alone.
final class OutFolder {

    private static final Set<String> OURS =
            Set.of("factures", "bulletins", "sepa", "fec", "comptes", "contrats", "bilan.json");

    private final Path folder;

    OutFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /// Whether somebody else's files are there.
    boolean isForeign() throws IOException {
        if (!Files.exists(folder)) return false;
        if (!Files.isDirectory(folder)) return true;
        try (var inside = Files.list(folder)) {
            return inside.anyMatch(path -> !OURS.contains(path.getFileName().toString()));
        }
    }

    /// @return false when every file was there already, byte for byte
    boolean write(Map<String, byte[]> files) throws IOException {
        if (holds(files)) return false;
        var parent = folder.getParent();
        if (parent == null) throw new IOException("no folder: " + folder);
        Files.createDirectories(parent);
        var fresh = Files.createTempDirectory(parent, "." + folder.getFileName() + "-");
        for (var file : files.entrySet()) {
            var path = fresh.resolve(file.getKey()).normalize();
            if (!path.startsWith(fresh)) throw new IOException("outside the folder: " + file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Files.setPosixFilePermissions(fresh, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-x---"));
        var old = parent.resolve(fresh.getFileName() + "-old");
        if (Files.exists(folder)) Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
        return true;
    }

    private boolean holds(Map<String, byte[]> files) throws IOException {
        if (!Files.isDirectory(folder)) return false;
        var there = new TreeMap<String, Path>();
        try (var inside = Files.walk(folder)) {
            inside.filter(Files::isRegularFile)
                    .forEach(
                            path -> there.put(folder.relativize(path).toString().replace('\\', '/'), path));
        }
        if (!there.keySet().equals(files.keySet())) return false;
        for (var file : files.entrySet()) {
            var path = there.get(file.getKey());
            if (path == null || !Arrays.equals(Files.readAllBytes(path), file.getValue())) return false;
        }
        return true;
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) return;
        try (var inside = Files.walk(tree)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
