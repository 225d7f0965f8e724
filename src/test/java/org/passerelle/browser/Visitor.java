package org.passerelle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Somebody with a browser. Whatever the browser complains about (content security policy, script errors, files that
/// are missing) fails the test when the visitor leaves.
///
/// ```
/// try (var visitor = Visitor.arrives(port, Look.PHONE)) {
///     visitor.opens("/").seesNoBarrier().keeps("home");
/// }
/// ```
final class Visitor implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final String address;
    private final Look look;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private String expected = "status of 422";

    private Visitor(int port, Look look) {
        this.address = "http://localhost:" + port;
        this.look = look;
        this.context = Chromium.running()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(look.width(), look.height())
                        .setLocale("fr-FR")
                        .setTimezoneId("Europe/Paris")
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(look.script()));
        context.addCookies(List.of(
                new Cookie("theme", look.dark() ? "dark" : "light").setUrl(address),
                new Cookie("lang", look.english() ? "en" : "fr").setUrl(address)));
        context.setDefaultTimeout(10_000);
        if (look.script()) {
            context.addInitScript("document.addEventListener('securitypolicyviolation', "
                    + "e => console.error('CSP: ' + e.violatedDirective + ' ' + e.blockedURI))");
        }
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isExpected(message.text())) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
    }

    static Visitor arrives(int port, Look look) {
        return new Visitor(port, look);
    }

    /// The page, for what this class has no word for.
    Page page() {
        return page;
    }

    Visitor opens(String path) {
        page.navigate(address + path);
        return this;
    }

    /// An error page is wanted: that the browser writes its status down is no complaint.
    Visitor expects(int status) {
        expected = "status of " + status;
        return this;
    }

    /// The window becomes this wide; nothing may stick out.
    Visitor atWidth(int width) {
        page.setViewportSize(width, 900);
        assertThat(sticksOut()).as("%s at %d", page.url(), width).isEmpty();
        return this;
    }

    /// Keeps a picture without the complaint that taking it makes: it styles the page from outside.
    Visitor keepsQuietly(String file) {
        int before = said();
        page.evaluate("window.scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(file + ".png"))
                .setFullPage(true));
        complaints
                .subList(before, said())
                .removeIf(text -> text.contains("inline style") || text.contains("style-src-attr"));
        return this;
    }

    /// Carries on a session opened without the password page.
    Visitor hasSession(String token) {
        context.addCookies(List.of(new Cookie("passerelle", token).setUrl(address)));
        return this;
    }

    Visitor signsIn(String email, String password) {
        opens("/connexion");
        page.locator("input[name=username], input[name=email]").first().fill(email);
        page.locator("input[type=password]").first().fill(password);
        page.locator("main form button[type=submit], main form button:not([type])")
                .first()
                .click();
        arrivesAt(url -> !url.contains("/connexion"));
        return this;
    }

    /// Waits for an address; where it does not come, the page that is there says why.
    Visitor arrivesAt(java.util.function.Predicate<String> address) {
        try {
            page.waitForURL(address);
        } catch (com.microsoft.playwright.TimeoutError e) {
            throw new AssertionError(
                    page.url() + " says: " + page.locator("body").innerText(), e);
        }
        return this;
    }

    Visitor fills(String label, String text) {
        page.getByLabel(label).first().fill(text);
        return this;
    }

    Visitor presses(String button) {
        page.locator("main")
                .getByText(button, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        return this;
    }

    Visitor reads(String text) {
        assertThat(page.locator("body").innerText().replace('\u00A0', ' ').replace('\u202F', ' '))
                .contains(text.replace('\u00A0', ' ').replace('\u202F', ' '));
        return this;
    }

    /// Nothing sticks out to the right: no page is wider than the window (WCAG 1.4.10).
    Visitor seesNothingCut() {
        if (look.script()) {
            assertThat(sticksOut()).as("%s at %s", page.url(), look).isEmpty();
        }
        return this;
    }

    /// axe-core finds no serious and no critical barrier.
    Visitor seesNoBarrier() {
        var barriers = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .toList())
                        .toList();
        assertThat(barriers).as("%s at %s", page.url(), look).isEmpty();
        return seesNothingCut();
    }

    /// Chooses by value.
    Visitor chooses(String field, String value) {
        page.locator("main #" + field).selectOption(value);
        return this;
    }

    Visitor follows(String link) {
        page.locator("main a")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(link))
                .first()
                .click();
        return this;
    }

    /// Presses something that answers with a file.
    ///
    /// @return the file's content
    byte[] downloads(String words) {
        var link = page.locator("main a")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(words))
                .first();
        try {
            return java.nio.file.Files.readAllBytes(
                    page.waitForDownload(link::click).path());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// What stands in the first row of a table that holds these words, cell by cell.
    List<String> row(String words) {
        return page
                .locator("main tbody tr")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(words))
                .first()
                .locator("th, td")
                .allInnerTexts()
                .stream()
                .map(cell -> cell.replaceAll("[\\s\u00A0\u202F]+", " ").strip())
                .toList();
    }

    /// The page on a desk and on a telephone: kept, and nothing cut on either.
    Visitor keepsAtBothWidths(String name) {
        int before = said();
        page.evaluate("window.scrollTo(0, 0)");
        for (int width : new int[] {375, 1280}) {
            page.setViewportSize(width, 900);
            assertThat(sticksOut()).as("%s at %d", page.url(), width).isEmpty();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                    .setFullPage(true));
        }
        page.setViewportSize(look.width(), look.height());
        // taking a picture styles the page from outside, which its policy rightly complains about
        int after = said();
        complaints
                .subList(before, after)
                .removeIf(text -> text.contains("inline style") || text.contains("style-src-attr"));
        return this;
    }

    /// A page that does not exist was asked for on purpose.
    void forgivesWhatIsMissing() {
        complaints.removeIf(text -> text.contains("status of 404"));
    }

    /// What reaches beyond the right edge of the window, where the page as a whole does.
    private List<?> sticksOut() {
        return (List<?>) page.evaluate("""
                () => document.documentElement.scrollWidth <= window.innerWidth ? []
                    : [...document.querySelectorAll('body *')]
                        .filter(e => e.getBoundingClientRect().right > window.innerWidth + 0.5)
                        .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40))""");
    }

    /// How many complaints came until now; asking the page something lets the last ones arrive.
    private int said() {
        page.evaluate("0");
        return complaints.size();
    }

    /// Keeps a picture of the whole page as target/screenshots/name-width.png.
    Visitor keeps(String name) {
        var file =
                name + "-" + look.width() + (look.dark() ? "-dark" : "") + (look.script() ? "" : "-noscript") + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)).setFullPage(true));
        return this;
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints)
                .as("what the browser complained about at %s", look)
                .isEmpty();
    }

    /// A form sent back with 422 is an answer, though the browser writes it down as an error; and an answer that was
    /// overtaken by the next key was given up on purpose.
    private boolean isExpected(String text) {
        return text.contains("status of 422")
                || text.startsWith("htmx:sendAbort")
                || text.startsWith("htmx:afterRequest, [object")
                || text.contains(expected);
    }
}
