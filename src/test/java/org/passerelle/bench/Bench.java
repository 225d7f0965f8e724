package org.passerelle.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.json.JsonMapper;

/// `./passerelle bench [pay|invoice|payslip|search|issue|bank|home|start|simulator …]`: prints what this machine does,
/// beside what we want.
public final class Bench {

    private static final String DEMO_FREELANCER = "aline.fontanel@example.org";
    private static final String DEMO_PASSWORD = "un-mois-en-octobre-2026";

    private record Row(String what, String reached, String wanted) {}

    private final List<Row> rows = new ArrayList<>();

    private Bench() {}

    /// @param names which measurements; none = all
    public static void main(String[] names) throws Exception {
        var wanted = Set.of(names);
        var bench = new Bench();
        if (wanted.isEmpty() || wanted.contains("pay")) {
            bench.jmh("PayBench", "1 000 000; explained 300 000; inverse 100 000");
            bench.modeleSocial();
        }
        if (wanted.isEmpty() || wanted.contains("invoice")) bench.jmh("InvoiceBench", "200 complete Factur-X");
        if (wanted.isEmpty() || wanted.contains("payslip")) bench.jmh("PayslipPdfBench", "300 PDF");
        if (wanted.isEmpty() || wanted.contains("contract")) bench.jmh("ContractBench", "20 contracts; 80 seals");
        if (wanted.isEmpty() || wanted.contains("search")) bench.jmh("SearchBench", "–");
        if (wanted.isEmpty() || wanted.contains("issue")) bench.issuing();
        if (wanted.isEmpty() || wanted.contains("bank")) bench.statements();
        if (wanted.isEmpty() || wanted.contains("start") || wanted.contains("home")) bench.application();
        if (wanted.isEmpty() || wanted.contains("simulator")) bench.simulators();
        bench.print();
    }

    private void jmh(String type, String wanted) throws Exception {
        var options = new OptionsBuilder()
                .include("org\\.passerelle\\.bench\\." + type + "\\..*")
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.SECONDS)
                .forks(1)
                .threads(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2))
                .jvmArgsAppend("-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow")
                .build();
        for (var result : new Runner(options).run()) {
            var score = result.getPrimaryResult();
            rows.add(new Row(
                    type + "." + result.getPrimaryResult().getLabel() + " (per second, one core)",
                    String.format(Locale.ROOT, "%,.0f ± %,.0f", score.getScore(), score.getScoreError()),
                    wanted));
        }
    }

    /// Urssaf's model beside ours, on the same machine in the same run; it is an npm package and may be absent.
    private void modeleSocial() throws Exception {
        var home = Path.of("tools/modele-social");
        var what = "modele-social, payslips (totals / every line, per second, one core)";
        if (!Files.isDirectory(home.resolve("node_modules"))) {
            rows.add(new Row(what, "not measured: npm ci in " + home, "–"));
            return;
        }
        var node = new ProcessBuilder("node", "speed.js", "5")
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var line = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (node.waitFor() != 0) throw new IllegalStateException("speed.js failed");
        var figures = new JsonMapper().readTree(line);
        rows.add(new Row(
                what,
                figures.get("payslips").asString() + " / "
                        + figures.get("explained").asString(),
                "–"));
    }

    private void issuing() throws Exception {
        rows.add(new Row(
                "issuing: invoices on one series, 64 issuers at once",
                IssueLoad.run(64, 2_000) + load(),
                "100/s, p99 2 s"));
    }

    private void statements() {
        StatementLoad.run(5_000, 2_500); // warm
        rows.add(new Row(
                "bank lines read and matched in memory, one core",
                StatementLoad.run(100_000, 50_000) + load(),
                "60 s, what is written included"));
    }

    private void application() throws Exception {
        var home = Files.createTempDirectory("passerelle-bench");
        try (var first = RunningApp.start("demo", home, 18080)) {
            rows.add(new Row("first start with the example month (s)", seconds(first.startUp.toMillis()), "–"));
        }
        try (var app = RunningApp.start("demo", home, 18080)) {
            rows.add(new Row("start-up (s)", seconds(app.startUp.toMillis()), "–"));
            rows.add(new Row("memory after start (MiB)", String.valueOf(app.residentBytes() >> 20), "–"));
            var cookie = app.signIn(DEMO_FREELANCER, DEMO_PASSWORD);
            var load = new HttpLoad(app.port, "/mon-mois", cookie);
            load.flatOut(16, 20); // warm
            var full = load.flatOut(16, 10);
            rows.add(new Row("freelancer's home, requests/s on this machine", show(full), "3 000"));
            var steady = load.at(500, 16, 10);
            rows.add(new Row("freelancer's home at 500/s", show(steady), "p99 < 50 ms"));
            rows.add(new Row("memory after the load (MiB)", String.valueOf(app.residentBytes() >> 20), "–"));
        }
        try (var files = Files.walk(home)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    /// The five public pages, each at 500 requests a second, the load on the same cores.
    private void simulators() throws Exception {
        var home = Files.createTempDirectory("passerelle-bench");
        try (var app = RunningApp.start("demo", home, 18081)) {
            for (var path : List.of(
                    "/combien?tjm=500&jours=18&frais=300",
                    "/quel-tarif?net=2800",
                    "/une-annee",
                    "/puis-je-facturer?client=particulier&metier=coach-vie&domicile=non",
                    "/verifier-mon-bulletin?brut=4500")) {
                simulator(app, path);
            }
        }
        try (var files = Files.walk(home)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    private void simulator(RunningApp app, String path) throws Exception {
        var load = new HttpLoad(app.port, path, "lang=fr");
        load.at(500, 16, 10); // warm
        rows.add(new Row(
                "simulator " + path.replaceAll("\\?.*", "") + " at 500/s", show(load.at(500, 16, 10)), "p99 < 30 ms"));
    }

    private static String show(HttpLoad.Result r) {
        return String.format(
                Locale.ROOT,
                "%,.0f/s, p50 %.1f ms, p99 %.1f ms, %d failed",
                r.perSecond(),
                r.p50Micros() / 1000.0,
                r.p99Micros() / 1000.0,
                r.failures());
    }

    /// Of the last minute, the measured program included: a figure from a busy machine says so.
    private static String load() {
        double load = java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                .getSystemLoadAverage();
        return String.format(Locale.ROOT, ", load average %.1f", load);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
    }

    private void print() {
        System.out.printf(
                "%nMachine: %d cores, %s %s, Java %s%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version());
        System.out.printf("%-62s %-44s %s%n", "what", "reached", "wanted");
        for (var row : rows) System.out.printf("%-62s %-44s %s%n", row.what(), row.reached(), row.wanted());
    }
}
