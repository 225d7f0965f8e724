package org.passerelle.invoicing.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.Siret;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;

@DisplayName("formats §4: what would bounce is refused before a number is taken, with field and rule")
class InvoiceChecksTest {

    private static final Exemption DOMESTIC = new Exemption(Exemption.DOMESTIC_REVERSE_CHARGE, "Autoliquidation");
    private static final Exemption ABROAD = new Exemption("VATEX-EU-O", "TVA non applicable, art. 259-1° du CGI");
    private static final Exemption UNION_GOODS = new Exemption("VATEX-EU-IC", "art. 262 ter I du CGI");
    private static final String OTHER_SIRET = "73282932000074";

    /// One mistake each: the code expected, where it is said, which rule says it.
    static Map<String, Case> cases() {
        var all = new LinkedHashMap<String, Case>();
        add(all, "number.format", "number", "BR-FR-01", Invoices.business().number("FA 2026.42"));
        add(all, "number.format", "number", "BR-FR-01", Invoices.business().number("F".repeat(36)));
        add(all, "process.unknown", "process", "BR-FR-08", Invoices.business().process("Z9"));
        add(
                all,
                "process.deposit",
                "process",
                "BR-FR-CO-08",
                Invoices.business().type(InvoiceType.DEPOSIT).process("S4"));
        add(
                all,
                "text.characters",
                "orderReference",
                "XML 1.0",
                Invoices.business().references("", "B\u0007C", ""));
        add(all, "text.missing", "buyer.name", "IN-10", Invoices.business().buyer(b -> named(b, " ")));
        add(all, "text.characters", "buyer.name", "XML 1.0", Invoices.business().buyer(b -> named(b, "A\u0000B")));
        add(
                all,
                "buyer.siret.other",
                "buyer.siret",
                "BR-FR-09",
                Invoices.business()
                        .buyer(b -> new Buyer(
                                b.name(), b.siren(), Siret.of(OTHER_SIRET), b.vat(), b.address(), null, b.email())));
        add(
                all,
                "buyer.siren.missing",
                "buyer.siren",
                "BR-FR-11",
                Invoices.business().buyer(b -> new Buyer(b.name(), null, null, null, b.address(), null, b.email())));
        add(
                all,
                "electronic.format",
                "buyer.eInvoiceAddress",
                "BR-FR-21",
                Invoices.business()
                        .buyer(b ->
                                new Buyer(b.name(), b.siren(), null, b.vat(), b.address(), "732829320", b.email())));
        add(
                all,
                "buyer.electronic.missing",
                "buyer.email",
                "BR-FR-12",
                Invoices.consumer().buyer(b -> new Buyer(b.name(), null, null, null, b.address(), null, "")));
        add(
                all,
                "buyer.siren.consumer",
                "buyer.siren",
                "IN-12",
                Invoices.consumer()
                        .buyer(b ->
                                new Buyer(b.name(), Siren.of("552100554"), null, null, b.address(), null, b.email())));
        add(
                all,
                "buyer.consumer.portage",
                "buyer",
                "PS-01",
                Invoices.consumer().frame(Frame.PORTAGE_SALARIAL).mentions(allMentions()));
        add(all, "items.none", "items", "BR-16", Invoices.business().items());
        add(all, "item.quantity.positive", "items[0].quantity", "BR-FR-DEC-02", line("0", "500", VatCategory.S, "20"));
        add(all, "item.quantity.positive", "items[0].quantity", "BR-FR-DEC-02", line("-1", "500", VatCategory.S, "20"));
        add(
                all,
                "item.quantity.decimals",
                "items[0].quantity",
                "BR-FR-DEC-02",
                line("1.00001", "500", VatCategory.S, "20"));
        add(all, "item.price.positive", "items[0].unitPrice", "BR-FR-DEC-03", line("1", "0", VatCategory.S, "20"));
        add(
                all,
                "item.price.decimals",
                "items[0].unitPrice",
                "BR-FR-DEC-03",
                line("1", "0.1234567", VatCategory.S, "20"));
        add(all, "item.rate.unknown", "items[0].vatRate", "BR-FR-16", line("1", "500", VatCategory.S, "19"));
        add(all, "item.rate.category", "items[0].vatRate", "BR-FR-15", line("1", "500", VatCategory.S, "0"));
        add(all, "item.exemption.missing", "items[0].exemption", "IN-10", line("1", "500", VatCategory.E, "0"));
        add(
                all,
                "buyer.vat.missing",
                "buyer.vat",
                "IN-34",
                Invoices.business()
                        .buyer(b -> new Buyer(b.name(), b.siren(), null, null, b.address(), null, b.email()))
                        .items(Invoices.item("Conseil", "1", "DAY", "500", VatCategory.AE, "0", DOMESTIC)));
        add(all, "earlier.missing", "earlier", "IN-03", Invoices.creditNote().earlier());
        add(
                all,
                "credit.too_large",
                "items",
                "IN-03",
                Invoices.creditNote()
                        .earlier(new EarlierInvoice("FA-2026-0041", LocalDate.of(2026, 9, 30), Money.of("6119.99"))));
        add(
                all,
                "earlier.later",
                "issueDate",
                "IN-03",
                Invoices.creditNote()
                        .earlier(new EarlierInvoice("FA-2026-0041", LocalDate.of(2026, 11, 1), Money.of("6120.00"))));
        add(
                all,
                "earlier.several",
                "earlier",
                "BR-FR-CO-04",
                Invoices.creditNote()
                        .type(InvoiceType.CORRECTED)
                        .earlier(
                                new EarlierInvoice("FA-2026-0040", LocalDate.of(2026, 9, 30), Money.of("6120.00")),
                                new EarlierInvoice("FA-2026-0041", LocalDate.of(2026, 9, 30), Money.of("6120.00"))),
                "iban.missing");
        add(
                all,
                "due.before_issue",
                "settlement.dueDate",
                "BR-FR-CO-07",
                Invoices.business().due(LocalDate.of(2026, 10, 30)));
        add(
                all,
                "date.year",
                "settlement.dueDate",
                "BR-FR-03",
                Invoices.business().due(LocalDate.of(2100, 1, 1)));
        add(
                all,
                "paid.beyond",
                "settlement.paid",
                "BR-CO-16",
                Invoices.business().paid("6120.01"));
        add(
                all,
                "paid.not_all",
                "settlement.paid",
                "BR-FR-CO-09",
                Invoices.business().process("S2"));
        add(all, "iban.missing", "settlement.iban", "BR-61", Invoices.business().noIban());
        add(
                all,
                "note.once",
                "notes",
                "BR-FR-05",
                Invoices.business().notes(Notes.consumer().subList(0, 2)));
        add(
                all,
                "guarantor.missing",
                "mentions.guarantor",
                "PS-24",
                Invoices.business().mentions(LegalMentions.NONE));
        add(
                all,
                "mediator.missing",
                "mentions.mediator",
                "CO-08",
                Invoices.consumer().mentions(LegalMentions.NONE));
        more(all);
        return all;
    }

    /// Type codes, VAT cases and means of payment.
    private static void more(Map<String, Case> all) {
        add(
                all,
                "seller.vat.missing",
                "items[0].vatRate",
                "IN-32",
                Invoices.business()
                        .seller(withoutVat(Invoices.business().build().seller())));
        add(
                all,
                "vat.reverse.country",
                "items[0].exemption",
                "IN-34",
                Invoices.business()
                        .items(Invoices.item("Conseil", "1", "DAY", "500", VatCategory.AE, "0", Invoices.REVERSE)));
        add(
                all,
                "vat.reverse.country",
                "items[0].exemption",
                "IN-34",
                Invoices.business()
                        .audience(Audience.B2BINT)
                        .buyer(abroad("DE", "DE123456788"))
                        .items(Invoices.item("Pose", "1", "DAY", "500", VatCategory.AE, "0", DOMESTIC)));
        add(
                all,
                "vat.credit_only",
                "items[0].exemption",
                "G6.21",
                Invoices.business()
                        .items(Invoices.item(
                                "Remise",
                                "1",
                                "LS",
                                "500",
                                VatCategory.E,
                                "0",
                                new Exemption(Exemption.CREDIT_WITHOUT_VAT, "Avoir net de taxe"))));
        add(
                all,
                "vat.outside.mixed",
                "items",
                "BR-O-11",
                Invoices.business()
                        .audience(Audience.B2BINT)
                        .buyer(abroad("CH", null))
                        .items(
                                Invoices.day("1", "500"),
                                Invoices.item("Conseil", "1", "DAY", "500", VatCategory.O, "0", ABROAD)));
        add(
                all,
                "vat.outside.france",
                "items",
                "IN-34",
                Invoices.business().items(Invoices.item("Conseil", "1", "DAY", "500", VatCategory.O, "0", ABROAD)));
        add(
                all,
                "buyer.vat.goods",
                "buyer.vat",
                "BR-IC-02",
                Invoices.business()
                        .audience(Audience.B2BINT)
                        .buyer(abroad("BE", null))
                        .items(Invoices.item("Vases", "1", "H87", "500", VatCategory.K, "0", UNION_GOODS)),
                "delivery.missing");
        add(
                all,
                "delivery.missing",
                "deliverTo",
                "BR-IC-12",
                Invoices.business()
                        .audience(Audience.B2BINT)
                        .buyer(abroad("BE", "BE0123456749"))
                        .items(Invoices.item("Vases", "1", "H87", "500", VatCategory.K, "0", UNION_GOODS)));
        add(
                all,
                "allowance.contract",
                "contractReference",
                "BT-12",
                Invoices.business().type(InvoiceType.GLOBAL_ALLOWANCE).noIban());
        add(
                all,
                "payee.missing",
                "settlement.payee",
                "BR-17",
                Invoices.business().type(InvoiceType.FACTORED));
        add(all, "self_billing.missing", "notes", "IN-10", Invoices.business().type(InvoiceType.SELF_BILLED));
        add(
                all,
                "process.deposit",
                "process",
                "BR-FR-CO-08",
                Invoices.creditNote().type(InvoiceType.DEPOSIT_CREDIT_NOTE).process("S4"));
        add(
                all,
                "home_service.missing",
                "mentions.homeService",
                "SP-11",
                Invoices.consumer().frame(Frame.CAE_SAP));
        add(
                all,
                "mandate.missing",
                "settlement.mandate",
                "BT-89",
                Invoices.business().directDebit());
    }

    private static Seller withoutVat(Seller seller) {
        return new Seller(
                seller.name(), seller.legalLine(), seller.siret(), null, seller.address(), null, seller.email());
    }

    private static Buyer abroad(String country, @org.jspecify.annotations.Nullable String vat) {
        return new Buyer(
                "Buyer abroad",
                null,
                null,
                vat == null ? null : org.passerelle.kernel.VatNumber.of(vat),
                new org.passerelle.kernel.PostalAddress("1 Street", "", "1000", "Town", country),
                null,
                "buyer@example.com");
    }

    @Test
    void more_than_forty_ways_to_be_wrong_are_refused() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(40);
    }

    record Case(InvoiceDocument invoice, String code, String field, String rule, List<String> also) {}

    static Stream<String> names() {
        return cases().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void one_mistake_is_one_obstacle(String name) {
        var given = cases().get(name);
        if (given == null) throw new AssertionError(name);
        var found = InvoiceChecks.obstacles(given.invoice());
        assertThat(found.getFirst()).satisfies(first -> {
            assertThat(first.code()).isEqualTo(given.code());
            assertThat(first.field()).isEqualTo(given.field());
            assertThat(first.rule()).isEqualTo(given.rule());
        });
        assertThat(found).extracting(Obstacle::code).containsExactlyElementsOf(expected(given));
    }

    private static List<String> expected(Case given) {
        var all = new ArrayList<String>();
        all.add(given.code());
        all.addAll(given.also());
        return all;
    }

    @Test
    void the_corpus_meets_no_obstacle() {
        Invoices.corpus().forEach((name, invoice) -> {
            if (name.equals("hostile texts")) return;
            assertThat(InvoiceChecks.obstacles(invoice)).as(name).isEmpty();
        });
    }

    @Test
    void a_draft_is_asked_everything_but_its_number() {
        assertThat(InvoiceChecks.obstacles(Invoices.business().number("").build()))
                .isEmpty();
    }

    @Test
    void all_obstacles_are_gathered() {
        var invoice = Invoices.business()
                .buyer(b -> new Buyer("", null, null, null, b.address(), null, ""))
                .items(Invoices.item("", "0.12345", "DAY", "-1", VatCategory.S, "3", null))
                .mentions(LegalMentions.NONE)
                .build();
        assertThat(InvoiceChecks.obstacles(invoice))
                .extracting(Obstacle::code)
                .contains(
                        "text.missing",
                        "buyer.electronic.missing",
                        "buyer.siren.missing",
                        "item.quantity.decimals",
                        "item.price.positive",
                        "item.rate.unknown",
                        "guarantor.missing");
    }

    @Test
    void the_reader_gets_a_sentence_with_the_figures() {
        var obstacle = InvoiceChecks.obstacles(Invoices.creditNote()
                        .earlier(new EarlierInvoice("FA-2026-0041", LocalDate.of(2026, 9, 30), Money.of("6119.99")))
                        .build())
                .getFirst();
        assertThat(Texts.in(Language.FR).localize(obstacle.messageKey(), obstacle.data()))
                .isEqualTo(
                        "l’avoir de 6\u202F120,00\u00A0€ dépasse ce qui reste à créditer\u00A0: 6\u202F119,99\u00A0€.");
    }

    @Test
    void every_reason_has_its_sentence_in_both_languages_and_every_sentence_its_reason() throws Exception {
        var source = Files.readString(
                Path.of("src/main/java/org/passerelle/invoicing/core/InvoiceChecks.java"), StandardCharsets.UTF_8);
        var keys = new TreeSet<String>();
        for (var language : List.of("fr", "en")) {
            var file = Path.of("src/main/resources/messages/invoicing-checks." + language + ".properties");
            var written = new TreeSet<String>();
            for (var line : Files.readAllLines(file)) written.add(line.substring(0, line.indexOf(" = ")));
            if (keys.isEmpty()) keys.addAll(written);
            assertThat(written).isEqualTo(keys);
        }
        assertThat(keys).allMatch(key -> source.contains("\"" + key.substring("invoicing.obstacle.".length()) + "\""));
        cases().values()
                .forEach(given -> InvoiceChecks.obstacles(given.invoice())
                        .forEach(o -> assertThat(keys).contains(o.messageKey())));
        var hole = Pattern.compile("\\{\\w+}");
        for (var language : Language.values()) {
            cases().values()
                    .forEach(given -> InvoiceChecks.obstacles(given.invoice())
                            .forEach(o -> assertThat(Texts.in(language).localize(o.messageKey(), o.data()))
                                    .doesNotContainPattern(hole)));
        }
    }

    private static Buyer named(Buyer buyer, String name) {
        return new Buyer(name, buyer.siren(), null, buyer.vat(), buyer.address(), null, buyer.email());
    }

    private static Invoices.Builder line(String quantity, String price, VatCategory category, String rate) {
        return Invoices.business().items(Invoices.item("Conseil", quantity, "DAY", price, category, rate, null));
    }

    private static LegalMentions allMentions() {
        return new LegalMentions(
                new LegalMentions.Guarantor("Caution Exemple SA", "75008 Paris", "article L1254-26 I", null),
                null,
                Invoices.MEDIATOR,
                List.of(),
                "",
                null,
                List.of());
    }

    private static void add(
            Map<String, Case> all, String code, String field, String rule, Invoices.Builder invoice, String... also) {
        var name = code + " at " + field;
        while (all.containsKey(name)) name += " again";
        all.put(name, new Case(invoice.build(), code, field, rule, List.of(also)));
    }
}
