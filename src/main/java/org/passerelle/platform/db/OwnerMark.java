package org.passerelle.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Says which program looks after the server: its process id and start, so that a reused id is not mistaken for it.
final class OwnerMark {

    private OwnerMark() {}

    static void write(Path folder) throws IOException {
        Files.writeString(file(folder), mark(ProcessHandle.current()));
    }

    static boolean isUs(Path folder) throws IOException {
        return read(folder).equals(mark(ProcessHandle.current()));
    }

    /// Is the program that is written down still there?
    static boolean alive(Path folder) throws IOException {
        var written = read(folder);
        if (written.isEmpty()) return false;
        return ProcessHandle.of(Long.parseLong(written.substring(0, written.indexOf(' '))))
                .filter(ProcessHandle::isAlive)
                .map(OwnerMark::mark)
                .filter(written::equals)
                .isPresent();
    }

    static void clear(Path folder) throws IOException {
        Files.deleteIfExists(file(folder));
    }

    private static String read(Path folder) throws IOException {
        return Files.exists(file(folder)) ? Files.readString(file(folder)).strip() : "";
    }

    private static String mark(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Object::toString).orElse("?");
    }

    private static Path file(Path folder) {
        return folder.resolve("owner.pid");
    }
}
