package org.passerelle.documents.intake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.passerelle.kernel.InvalidValue;

/// Pictures as telephones take them (HEIC) are turned into JPEG by a program of the machine, in a process of its own
/// that
/// is stopped after a while: a decoder of C has no place inside ours. What it gives is then a file like any other, and
/// passes the same guard. Where the machine has no such program, the picture is refused with the remedy.
final class Heics {

    /// Setting of the machine: the program to use, or `none`.
    static final String SETTING = "passerelle.heic-converter";

    private static final String VARIABLE = "PASSERELLE_HEIC_CONVERTER";
    private static final List<String> KNOWN = List.of("heif-convert", "heif-dec", "magick", "convert");
    private static final long PATIENCE_SECONDS = 20;
    private static final long LARGEST_ANSWER = 60L * 1024 * 1024;

    private static final Heics OF_THIS_MACHINE = new Heics(found());

    private final List<String> command;

    /// @param command to which the two files are appended; empty: there is none
    Heics(List<String> command) {
        this.command = List.copyOf(command);
    }

    static Heics ofThisMachine() {
        return OF_THIS_MACHINE;
    }

    boolean isThere() {
        return !command.isEmpty();
    }

    /// @return a JPEG
    /// @throws InvalidValue `file.heic` when it cannot be turned here
    byte[] jpeg(byte[] heic) {
        if (!isThere()) throw refused();
        Path folder = null;
        try {
            folder = Files.createTempDirectory("heic");
            var from = Files.write(folder.resolve("in.heic"), heic);
            var to = folder.resolve("out.jpg");
            var words = new ArrayList<>(command);
            words.add(from.toString());
            words.add(to.toString());
            if (!ends(words, folder) || !Files.exists(to) || Files.size(to) > LARGEST_ANSWER) throw refused();
            var jpeg = Files.readAllBytes(to);
            if (FileKind.of(jpeg) != FileKind.JPEG) throw refused();
            return jpeg;
        } catch (IOException e) {
            throw refused();
        } finally {
            if (folder != null) remove(folder);
        }
    }

    /// @return whether it ended well and in time
    private static boolean ends(List<String> words, Path folder) throws IOException {
        var process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(
                        ProcessBuilder.Redirect.from(folder.resolve("in.heic").toFile()))
                .start();
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }

    private static InvalidValue refused() {
        return new InvalidValue("file.heic", "");
    }

    private static List<String> found() {
        var wanted = System.getProperty(
                SETTING, Optional.ofNullable(System.getenv(VARIABLE)).orElse(""));
        if (wanted.equals("none")) return List.of();
        if (!wanted.isBlank()) return command(Path.of(wanted));
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return KNOWN.stream()
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name))
                        .filter(Files::isExecutable))
                .findFirst()
                .map(Heics::command)
                .orElse(List.of());
    }

    /// ImageMagick is told how much it may take.
    private static List<String> command(Path program) {
        var name = program.getFileName().toString();
        if (!name.equals("magick") && !name.equals("convert")) return List.of(program.toString());
        return List.of(
                program.toString(), "-limit", "memory", "256MiB", "-limit", "map", "512MiB", "-limit", "time", "15");
    }
}
