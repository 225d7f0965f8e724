package org.passerelle.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the server's programs. PostgreSQL refuses to run as root; then each command runs in a user namespace of its
/// own, where it sees an ordinary user that still owns the files. Where namespaces are forbidden, as `nobody`.
final class Commands {

    private static final int NOBODY = 65534;

    private final List<String> prefix;
    private final boolean asNobody;

    private Commands(List<String> prefix, boolean asNobody) {
        this.prefix = prefix;
        this.asNobody = asNobody;
    }

    static Commands forThisUser(Path folder) throws IOException {
        if (!isRoot(folder)) return new Commands(List.of(), false);
        if (works(List.of("unshare", "--user", "true"))) return new Commands(List.of("unshare", "--user"), false);
        return new Commands(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), true);
    }

    private static boolean isRoot(Path folder) throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                && Files.isDirectory(folder);
    }

    private static boolean works(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Gives the folder to the user who will run the server, where that is not us.
    void own(Path folder) throws IOException {
        if (!asNobody) return;
        run(List.of(), List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
    }

    void run(List<String> command) throws IOException {
        run(prefix, command);
    }

    private static void run(List<String> prefix, List<String> command) throws IOException {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        var output = Files.createTempFile("passerelle", ".log");
        try {
            // to a file, never a pipe: the server inherits it and would keep a pipe open for ever
            var process = new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            if (!process.waitFor(EmbeddedPostgres.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " does not end");
            }
            if (process.exitValue() != 0) {
                throw new IOException(command + " failed: " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) return;
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
