package org.passerelle.cli.month;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.passerelle.platform.db.EmbeddedPostgres;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// `./passerelle month FOLDER --out DIR`: the folder is checked, lived on a throwaway database with the clock
/// standing still, and its papers are written. Exit codes: 0 done, 1 it failed, 2 the folder or the words are
/// wrong.
public final class MonthCommand {

    private final Texts texts;
    private final PrintStream err;

    private MonthCommand(Texts texts, PrintStream err) {
        this.texts = texts;
        this.err = err;
    }

    /// @param application the class that starts the application
    public static int run(String[] args, PrintStream err, Class<?> application) {
        var language = System.getenv()
                .getOrDefault("LANG", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("fr");
        return run(args, err, application, Texts.in(language ? Language.FR : Language.EN));
    }

    static int run(String[] args, PrintStream err, Class<?> application, Texts texts) {
        var command = new MonthCommand(texts, err);
        try {
            return command.run(args, application);
        } catch (BadFolder bad) {
            for (var problem : bad.problems()) err.println(problem.line(texts));
            err.println(texts.localize("month.bad", bad.problems().size(), args[0]));
            return 2;
        } catch (MonthFailed failed) {
            for (var sentence : failed.sentences(texts)) err.println(sentence);
            err.println(texts.localize("month.bad", failed.sentences(texts).size(), args[0]));
            return 2;
        } catch (IOException e) {
            err.println("passerelle: " + e);
            return 1;
        }
    }

    private int run(String[] args, Class<?> application) throws IOException {
        if (args.length != 3 || !args[1].equals("--out")) {
            err.println(texts.localize("month.out_missing"));
            return 2;
        }
        var out = new OutFolder(Path.of(args[2]));
        if (out.isForeign()) {
            err.println(texts.localize("month.out_foreign", args[2]));
            return 2;
        }
        var folder = MonthFolder.read(Path.of(args[0]));
        say(
                "read",
                args[0],
                folder.operators().size(),
                folder.people().size(),
                folder.clients().size(),
                folder.missions().size());
        var files = lived(folder, application);
        boolean changed = out.write(files);
        say(changed ? "files" : "same", files.size(), args[2]);
        return 0;
    }

    private void say(String key, Object... values) {
        err.println("• " + texts.localize("month.step." + key, values));
    }

    private Map<String, byte[]> lived(MonthFolder folder, Class<?> application) throws IOException {
        LoggingSystem.get(MonthCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        var home = Files.createTempDirectory("passerelle-month-");
        try (var database = EmbeddedPostgres.start(home.resolve("db"), false);
                var context = start(folder, application, home, database)) {
            say("database");
            var result = context.getBean(MonthLoader.class).load(folder, (key, values) -> say(key, values.toArray()));
            refusals(result);
            return context.getBean(MonthFiles.class).gather(folder, result);
        } finally {
            OutFolder.delete(home);
        }
    }

    private void refusals(MonthResult result) {
        for (var entity : result.entities()) {
            for (var mission : entity.missions()) {
                if (mission.isAgreed()) continue;
                for (var finding : mission.findings()) {
                    if (finding.severity() == org.passerelle.kernel.Severity.REFUSE) {
                        say("refused", entity.operator().name(), mission.code(), texts.finding(finding));
                    }
                }
            }
        }
    }

    private static ConfigurableApplicationContext start(
            MonthFolder folder, Class<?> application, Path home, EmbeddedPostgres database) {
        var access = database.access();
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", "-1"); // the application without its door: no port is opened
        settings.put("passerelle.home", home.toString());
        settings.put("passerelle.db.url", access.url());
        settings.put("passerelle.db.throwaway", true);
        settings.put("passerelle.seal.specimen", true);
        settings.put("passerelle.db.owner.user", access.owner().user());
        settings.put("passerelle.db.owner.password", access.owner().password());
        settings.put("passerelle.db.app.user", access.app().user());
        settings.put("passerelle.db.app.password", access.app().password());
        settings.put("passerelle.db.pool.minimum", 1);
        settings.put("passerelle.db.pool.maximum", 4);
        var clock = Clock.fixed(folder.payDate().atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new SpringApplicationBuilder(application)
                .logStartupInfo(false)
                .initializers(context -> {
                    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("month", settings));
                    standStill((GenericApplicationContext) context, clock);
                })
                .run("--logging.level.root=ERROR", "--logging.level.org.passerelle=ERROR");
    }

    /// The same folder gives the same bytes on any day.
    private static void standStill(GenericApplicationContext context, Clock clock) {
        context.registerBean("monthClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
    }
}
