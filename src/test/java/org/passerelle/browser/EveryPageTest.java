package org.passerelle.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.testing.House.in;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.activity.Expense;
import org.passerelle.activity.ExpenseCategory;
import org.passerelle.activity.ExpenseState;
import org.passerelle.activity.Expenses;
import org.passerelle.cli.month.MonthFolder;
import org.passerelle.clients.Clients;
import org.passerelle.clientspace.ClientLinks;
import org.passerelle.contracts.Consent;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.PaperKind;
import org.passerelle.contracts.Party;
import org.passerelle.contracts.Sending;
import org.passerelle.contracts.Signature;
import org.passerelle.documents.Documents;
import org.passerelle.gatherings.Gatherings;
import org.passerelle.gatherings.SomeSeats;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.joining.Welcome;
import org.passerelle.kernel.ExpenseId;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.UserId;
import org.passerelle.missions.Mission;
import org.passerelle.missions.Missions;
import org.passerelle.people.People;
import org.passerelle.platform.mail.Mailbox;
import org.passerelle.testing.CrashingDataSource;
import org.passerelle.testing.ExampleMonth;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.SomeFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Everybody walks through the house of the example month by its links: each page that is open to them is found, looked
/// at on a desk in French by day and on a telephone in English by night, and kept as a picture. Which pages there are
/// is asked of Spring, so a new page to which nothing leads is red, and so is one that the example month leaves empty.
@PasserelleTest
@TestPropertySource(properties = "passerelle.demo.folder=examples/2026-10")
@Import({ExampleMonth.class, Mailbox.class})
@DisplayName("Every page, for everybody who may open it: no barrier, nothing cut, no broken policy, no raw key or code")
class EveryPageTest {

    /// Pages that look different by what stands behind the question mark, beside those that a link shows.
    private static final Map<String, List<String>> ALSO = Map.of(
            "/puis-je-facturer", List.of("/puis-je-facturer?client=particulier&metier=coach-vie&domicile=non"),
            "/connexion", List.of("/connexion?suite=/solde"),
            "/activite", List.of("/activite?mois=2026-10", "/activite?mois=2026-12"),
            "/frais", List.of("/frais?mois=2026-10"),
            "/mon-mois", List.of("/mon-mois?mois=2026-10", "/mon-mois?mois=2026-12"),
            "/solde", List.of("/solde?mois=2026-11&partie=901100"));

    /// What somebody before has been through with axe, by day and by night: the others get the same page, with their
    /// own navigation and acts, and look at it once.
    private static final Set<String> LOOKED_AT = new HashSet<>();

    private static final List<String> LETTERS = new ArrayList<>();

    private enum Somebody {
        VISITOR(null),
        FREELANCER_OF_A_PORTAGE_COMPANY("aline.fontanel@example.org", Role.FREELANCER),
        FREELANCER_OF_A_COOPERATIVE("helene.pradier@example.org", Role.FREELANCER),
        GESTIONNAIRE("gestion@example.org", Role.GESTIONNAIRE),
        PAYROLL("paie@example.org", Role.PAYROLL),
        DIRECTOR("direction@example.org", Role.DIRECTOR),
        ADMINISTRATOR("admin@example.org", Role.ADMINISTRATOR);

        private final @Nullable String email;
        private final Set<Role> roles;

        Somebody(@Nullable String email, Role... roles) {
            this.email = email;
            this.roles = Set.of(roles);
        }

        @Nullable
        SignedIn signedIn() {
            return email == null
                    ? null
                    : new SignedIn(UserId.random(), GroupId.random(), "x", Map.of(OperatorId.random(), roles));
        }

        String slug() {
            return name().toLowerCase(java.util.Locale.ROOT)
                    .replace("_of_a", "")
                    .replace('_', '-');
        }
    }

    private static final Pattern RAW_KEY = rawKeys();
    private static final Pattern RULE_ID = ruleIds();
    private static final Pattern SHOUTED = Pattern.compile("\\b[A-Z]{2,}_[A-Z_]+\\b");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Identity identity;

    @Autowired
    Expenses expenses;

    @Autowired
    Documents documents;

    @Autowired
    People people;

    @Autowired
    DataSource database;

    @Autowired
    ExampleMonth example;

    @Autowired
    Missions missions;

    @Autowired
    Contracts contracts;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Clients clients;

    @Autowired
    Invoicing invoicing;

    @Autowired
    ClientLinks links;

    @Autowired
    Welcome welcome;

    @Autowired
    Gatherings gatherings;

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void sees(Somebody somebody) throws IOException {
        anExpenseWaits();
        var letters = papersWait();
        var problems = new ArrayList<String>();
        var walk = Walk.of(mapping, somebody.signedIn(), ALSO).startingAlsoAt(letters);
        try (var desk = arrives(somebody, Look.DESK);
                var phone = arrives(somebody, Look.PHONE.inTheDark().inEnglish())) {
            walk.through(desk, (address, pattern) -> {
                var picture = somebody.slug() + "/" + nameOf(address);
                boolean first = LOOKED_AT.add(pattern + address.contains("?"));
                if (first) {
                    look(phone, address, problems, false, true);
                    phone.keepsQuietly(picture + "-375-dark-en").atWidth(1280).atWidth(375);
                }
                look(desk, address, problems, true, first);
                desk.keepsQuietly(picture + "-1280").atWidth(375).atWidth(1280);
            });
        }
        assertThat(problems).isEmpty();
        assertThat(walk.missed())
                .as("to every page a link leads, and the example month fills it")
                // the local double of the card provider: somebody else's page, walked by the client who pays
                .filteredOn(path -> !path.startsWith("/carte-essai/"))
                .isEmpty();
    }

    @Test
    void reads_an_error_page_that_is_as_well_made() {
        for (var look : List.of(Look.DESK, Look.PHONE.inTheDark().inEnglish())) {
            error(Somebody.VISITOR, look, "/nulle-part", 404);
            error(Somebody.VISITOR, look, "/puis-je-facturer/", 404);
            error(Somebody.VISITOR, look, "/deconnexion", 405);
            error(Somebody.VISITOR, look, "/connexion;a=b", 400);
            error(Somebody.FREELANCER_OF_A_COOPERATIVE, look, "/bureau", 403);
            error(Somebody.FREELANCER_OF_A_COOPERATIVE, look, "/factures/" + UUID.randomUUID(), 404);
            ((CrashingDataSource) database).away(true);
            try {
                error(null, look, "/solde", 503);
            } finally {
                ((CrashingDataSource) database).away(false);
            }
        }
    }

    private void error(@Nullable Somebody somebody, Look look, String path, int status) {
        try (var visitor = somebody == null ? Visitor.arrives(port, look) : arrives(somebody, look)) {
            if (somebody == null) visitor.hasSession("a".repeat(22));
            visitor.expects(status).opens(path);
            assertThat(visitor.page().locator("h1").count()).as(path).isEqualTo(1);
            assertThat(visitor.page().locator(".error-reference code").innerText())
                    .matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
            visitor.seesNoBarrier()
                    .keepsQuietly("errors/" + status + "-" + look.width() + (look.dark() ? "-dark-en" : ""));
        }
    }

    private Visitor arrives(Somebody somebody, Look look) {
        var visitor = Visitor.arrives(port, look);
        if (somebody.email == null) return visitor;
        var user = identity.byEmail(somebody.email).orElseThrow();
        return visitor.hasSession(identity.signIn(user.id(), "Chrome · Linux"));
    }

    private static void look(
            Visitor visitor, String address, List<String> problems, boolean french, boolean thoroughly) {
        visitor.opens(address);
        try {
            if (thoroughly) visitor.seesNoBarrier();
            else visitor.seesNothingCut();
        } catch (AssertionError e) {
            problems.add(address + ": " + e.getMessage());
        }
        assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo(french ? "fr" : "en");
        if (visitor.page().locator("h1").count() != 1) problems.add(address + " has not one title");
        for (var word : strangeWords((String) visitor.page().evaluate(READABLE)))
            problems.add(address + " says " + word);
    }

    /// What a person reads, but for the line of a finding that names its rule on purpose.
    private static final String READABLE = """
            () => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const said = [document.title];
              while (walker.nextNode()) {
                const parent = walker.currentNode.parentElement;
                if (parent.closest('script, .finding-source')) continue;
                said.push(walker.currentNode.textContent);
              }
              return said.join('\\n');
            }""";

    private static List<String> strangeWords(String text) {
        var strange = new ArrayList<String>();
        if (text.contains("???") || text.contains("{0}")) strange.add("???");
        Stream.of(RAW_KEY, SHOUTED, RULE_ID)
                .forEach(pattern -> pattern.matcher(text).results().forEach(found -> strange.add(found.group())));
        return strange;
    }

    /// A key of the texts, where its sentence should stand.
    private static Pattern rawKeys() {
        var first = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            for (var file : files.toList()) {
                var keys = new Properties();
                try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    keys.load(reader);
                }
                keys.stringPropertyNames().forEach(key -> first.add(key.substring(0, Math.max(0, key.indexOf('.')))));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        first.remove("");
        return Pattern.compile("(?<![\\w@./-])(" + String.join("|", first) + ")\\.[a-z_]+[\\w.-]*");
    }

    private static Pattern ruleIds() {
        try (var lines = Files.lines(Path.of("src/test/resources/law-rule-ids.txt"))) {
            return Pattern.compile(lines.filter(line -> line.contains(" | "))
                    .map(line ->
                            Pattern.quote(line.substring(0, line.indexOf(" | ")).strip()))
                    .collect(Collectors.joining("|", "(?<![\\w-])(", ")(?![\\w-])")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String nameOf(String address) {
        var name = address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return name.isEmpty() ? "home" : name.substring(0, Math.min(60, name.length()));
    }

    /// Papers are sent to be signed, a client has received the link to theirs, and one is still a draft.
    ///
    /// @return where the link leads, and the page where the draft is completed
    private List<String> papersWait() {
        if (!LETTERS.isEmpty()) return LETTERS;
        var entity = example.lived().getFirst();
        in(entity.id(), () -> {
            var agreed = people.all(entity.id()).stream()
                    .flatMap(person -> missions.of(person.id()).stream())
                    .filter(Mission::isAgreed)
                    .toList();
            mailbox.collect();
            var sent = commercial(agreed.getFirst());
            assertThat(contracts.send(sent.id())).isInstanceOf(Sending.Sent.class);
            var draft = commercial(agreed.getLast());
            LETTERS.add("/bureau/" + entity.id() + "/contrats/" + draft.id() + "/contenu");
            var mission = agreed.getLast();
            var own =
                    contracts.draft(PaperKind.COMMERCIAL_SUPPLEMENT, mission.person(), mission.id(), UUID.randomUUID());
            LETTERS.add("/bureau/" + entity.id() + "/contrats/" + own.id() + "/contrat-client");
            return draft;
        });
        mailed("/signature/[A-Za-z0-9_-]+").forEach(LETTERS::add);
        LETTERS.add(aQuoteThatMayBeWithdrawn() + "/retractation");
        var desk = "/bureau/" + entity.id();
        var person = desk + "/personnes/" + first(entity.id(), "person");
        LETTERS.add(desk + "/entrees/" + first(entity.id(), "application") + "/admission");
        LETTERS.add(person + "/dpae");
        LETTERS.add(person + "/dpae/" + first(entity.id(), "declaration"));
        in(entity.id(), () -> {
            welcome.invite(entity.id(), "invite@example.org", "Maud Exemple", UUID.randomUUID());
            return entity;
        });
        mailed("/entrer/[A-Za-z0-9_.-]+").forEach(LETTERS::add);
        in(entity.id(), () -> SomeSeats.another(gatherings, entity.id()));
        mailed("/rencontres/place/[A-Za-z0-9_-]+").forEach(LETTERS::add);
        clientPages(entity.id());
        return LETTERS;
    }

    /// The pages of a client that has an invoice to pay and days to approve.
    private void clientPages(OperatorId operator) {
        in(operator, () -> {
            var open = invoicing.open(operator);
            var invoice = open.isEmpty() ? invoicing.issued(operator).getLast() : open.getFirst();
            links.send(operator, invoice.client(), true, UUID.randomUUID());
            var link = mailed("/espace/[A-Za-z0-9_-]+").getFirst();
            LETTERS.add(link);
            LETTERS.add(link + "/factures/" + invoice.id());
            return invoice;
        });
    }

    private String first(OperatorId operator, String variable) {
        return example.ids(operator, variable).getFirst();
    }

    private List<String> mailed(String link) {
        return mailbox.collect().stream()
                .flatMap(mail -> Pattern.compile(link).matcher(mail.text()).results())
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    /// A quote that a private individual has signed today.
    private String aQuoteThatMayBeWithdrawn() {
        var cooperative = example.lived().getLast();
        in(cooperative.id(), () -> {
            var mission = people.all(cooperative.id()).stream()
                    .flatMap(person -> missions.of(person.id()).stream())
                    .filter(one -> one.isAgreed() && clients.get(one.client()).isConsumer())
                    .findFirst()
                    .orElseThrow();
            mailbox.collect();
            var quote = contracts.draft(PaperKind.CONSUMER_QUOTE, mission.person(), mission.id(), UUID.randomUUID());
            assertThat(contracts.send(quote.id())).isInstanceOf(Sending.Sent.class);
            contracts.sign(quote.id(), Party.OPERATOR, Signature.How.SIGN_IN, consent());
            contracts.sign(quote.id(), Party.CLIENT, Signature.How.EMAIL_CODE, consent());
            return quote;
        });
        return mailed("/signature/[A-Za-z0-9_-]+").getFirst();
    }

    private static Consent consent() {
        return new Consent("Dominique Exemple", "someone@example.org", "192.0.2.1", null);
    }

    private Contract commercial(Mission mission) {
        return contracts.draft(PaperKind.COMMERCIAL, mission.person(), mission.id(), UUID.randomUUID());
    }

    /// The example month has approved them all; the desk's page of one expense needs one that waits.
    private void anExpenseWaits() throws IOException {
        for (var entity : MonthFolder.read(Path.of("examples/2026-10")).operators()) {
            var operator = entity.operator().id();
            in(operator, () -> {
                if (!expenses.waiting(operator).isEmpty()) return false;
                var receipt = documents.store(
                        operator, "receipt", "billet.pdf", "application/pdf", SomeFiles.bytes(SomeFiles.pdf("un")));
                var expense = new Expense(
                        ExpenseId.random(),
                        operator,
                        people.all(operator).getFirst().id(),
                        Month.of("2026-11"),
                        LocalDate.parse("2026-11-12"),
                        ExpenseCategory.TRAVEL,
                        "Train Lyon – Paris",
                        null,
                        Money.of("120"),
                        Money.of("20"),
                        false,
                        receipt.id(),
                        ExpenseState.SUBMITTED,
                        null);
                expenses.claim(expense, UUID.randomUUID());
                return true;
            });
        }
    }
}
