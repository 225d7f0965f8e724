package org.passerelle.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// The one browser of a build: the machine's own Chromium. Found at `CHROMIUM`, or at one of the usual places.
/// Where there is none the browser tests are skipped, and say so in a way that nobody can miss.
public final class Chromium {

    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium");

    private static @Nullable Browser browser;
    private static boolean told;

    private Chromium() {}

    /// The running browser. Aborts the test, as skipped, when the machine has none.
    static synchronized Browser running() {
        var program = program();
        if (program == null) {
            tellLoudly();
            return Assumptions.abort("no Chromium on this machine: browser test SKIPPED");
        }
        if (browser == null) browser = launch(program);
        return browser;
    }

    static @Nullable Path program() {
        return Stream.concat(
                        Stream.of("CHROMIUM", "PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH")
                                .map(System::getenv)
                                .filter(java.util.Objects::nonNull),
                        USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static Browser launch(Path program) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    private static void tellLoudly() {
        if (told) return;
        told = true;
        var line = "*".repeat(78);
        System.err.println(String.join(
                System.lineSeparator(),
                "",
                line,
                "*  NO CHROMIUM ON THIS MACHINE: THE BROWSER TESTS ARE SKIPPED, NOT PASSED.    *",
                "*  Install it (Debian: apt-get install chromium) or set CHROMIUM to its path. *",
                line,
                ""));
    }
}
