package org.passerelle.cli;

import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.passerelle.cli.corpus.CorpusCommand;
import org.passerelle.cli.month.MonthCommand;
import tools.jackson.core.exc.JacksonIOException;

/// The commands of `./passerelle` that are not the application itself. Exit codes: 0 done, 1 it failed,
/// 2 the input or the words are wrong.
public final class Commands {

    private Commands() {}

    /// @param command the first word after `./passerelle`
    /// @param args the words after it
    /// @return the exit code
    public static int run(String command, String[] args) {
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        var out = new FileOutputStream(java.io.FileDescriptor.out);
        try {
            return switch (command) {
                case "corpus" -> CorpusCommand.run(args, err);
                case "dependency" -> DependencyCommand.run(args, System.in, out, err);
                case "frames" -> FramesCommand.run(System.in, out, err);
                case "pay" -> PayCommand.run(args, System.in, out, err);
                case "pay-compare" -> PayCompareCommand.run(System.in, out, err);
                case "pay-year" -> PayYearCommand.run(args, System.in, out, err);
                case "month" -> MonthCommand.run(args, err, application());
                case "audit" -> AuditCommand.run(application(), new PrintStream(out, true, StandardCharsets.UTF_8));
                default -> {
                    err.println("passerelle: unknown command «" + command + "»; ./passerelle help lists them");
                    yield 2;
                }
            };
        } catch (JacksonIOException e) {
            err.println("passerelle: the answer could not be written: " + e.getOriginalMessage());
            return 1;
        } catch (java.io.UncheckedIOException e) {
            err.println("passerelle: " + e.getMessage());
            return 1;
        }
    }

    /// Named, not imported: the program knows its commands, and its commands would know the program.
    private static Class<?> application() {
        try {
            return Class.forName("org.passerelle.Passerelle");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
