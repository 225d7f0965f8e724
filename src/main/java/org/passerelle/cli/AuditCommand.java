package org.passerelle.cli;

import java.io.PrintStream;
import java.util.List;
import org.passerelle.platform.audit.Audit;
import org.springframework.boot.SpringApplication;

/// `./passerelle audit`: every invariant, over all operators. Exit code 0 when all hold, 1 when one is broken.
final class AuditCommand {

    private AuditCommand() {}

    /// @param application the class of the whole application
    static int run(Class<?> application, PrintStream out) {
        // the application without its door: no port is opened
        try (var context = new SpringApplication(application).run("--server.port=-1", "--logging.level.root=ERROR")) {
            return print(context.getBean(Audit.class).check(), out);
        }
    }

    static int print(List<Audit.Result> results, PrintStream out) {
        int broken = 0;
        for (var result : results) {
            boolean holds = result.breaches().isEmpty();
            out.printf("%-4s %-8s %s%n", result.id(), holds ? "holds" : "BROKEN", result.says());
            for (var breach : result.breaches()) {
                broken++;
                out.printf("     operator %s: %s %s%n", breach.operator(), breach.row(), breach.why());
            }
        }
        out.println(broken == 0 ? "All invariants hold." : broken + " breaches.");
        return broken == 0 ? 0 : 1;
    }
}
