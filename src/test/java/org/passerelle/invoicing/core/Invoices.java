package org.passerelle.invoicing.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.Siret;
import org.passerelle.kernel.VatNumber;

/// Invoices to test with. Everybody in them is invented.
@NullMarked
public final class Invoices {

    public static final Exemption TRAINING =
            new Exemption("VATEX-FR-CGI261-4", "Exonération de TVA, art. 261-4-4° a du CGI");
    public static final Exemption FRANCHISE =
            new Exemption("VATEX-FR-FRANCHISE", "TVA non applicable, art. 293 B du CGI");
    public static final Exemption REVERSE = new Exemption("VATEX-EU-AE", "Autoliquidation");

    private Invoices() {}

    /// One of everything that we write, by name.
    public static Map<String, InvoiceDocument> corpus() {
        var all = new LinkedHashMap<String, InvoiceDocument>();
        all.put("portage by the day", business().build());
        all.put(
                "portage in half-days with expenses",
                business()
                        .items(
                                day("17.5", "612.50"),
                                item("Frais de déplacement refacturés", "1", "LS", "184.37", VatCategory.S, "20", null),
                                item("Indemnités kilométriques", "312.4", "KMT", "0.636", VatCategory.S, "20", null))
                        .build());
        all.put(
                "rounding: three lines of a third of a cent",
                business()
                        .items(
                                item("Relecture", "0.3333", "HUR", "75.05", VatCategory.S, "20", null),
                                item("Relecture", "0.3333", "HUR", "75.05", VatCategory.S, "20", null),
                                item("Relecture", "0.3334", "HUR", "75.05", VatCategory.S, "20", null))
                        .build());
        all.put(
                "several rates",
                business()
                        .items(
                                day("3", "500"),
                                item("Restauration", "1", "LS", "120", VatCategory.S, "10", null),
                                item("Ouvrage", "4", "H87", "30", VatCategory.S, "5.5", null))
                        .build());
        all.put(
                "training, exempt",
                business()
                        .items(item("Formation « Prise de parole »", "2", "DAY", "1100", VatCategory.E, "0", TRAINING))
                        .build());
        all.put(
                "franchise en base",
                business()
                        .seller(new Seller(
                                "Élodie Nguyen EI",
                                "Entrepreneure individuelle",
                                Siret.of("732 829 320 00074"),
                                null,
                                new PostalAddress("3 place du Marché", "", "35000", "Rennes", "FR"),
                                null,
                                "elodie@example.org"))
                        .frame(Frame.PORTAGE_ENTREPRENEURIAL)
                        .mentions(LegalMentions.NONE)
                        .items(item("Conseil", "1", "DAY", "450", VatCategory.E, "0", FRANCHISE))
                        .build());
        all.put(
                "business elsewhere in the Union",
                business()
                        .audience(Audience.B2BINT)
                        .buyer(new Buyer(
                                "Beispiel GmbH",
                                null,
                                null,
                                VatNumber.of("DE123456788"),
                                new PostalAddress("Hauptstraße 5", "", "10115", "Berlin", "DE"),
                                null,
                                "rechnung@example.com"))
                        .items(item("Développement logiciel", "12", "DAY", "590", VatCategory.AE, "0", REVERSE))
                        .build());
        all.put(
                "public body with its references",
                business()
                        .buyer(new Buyer(
                                "Commune de Villeneuve-l’Exemple",
                                Siren.of("217500016"),
                                Siret.of("21750001600019"),
                                null,
                                new PostalAddress("Hôtel de ville", "1 place de la République", "75004", "Paris", "FR"),
                                "217500016_21750001600019",
                                "mairie@example.org"))
                        .references("SERVICE-42", "BC-2026-118", "MARCHE-2026-07")
                        .build());
        all.put("part paid", business().paid("1000").build());
        all.put(
                "already paid, S2",
                business()
                        .process("S2")
                        .paid("6120.00")
                        .due(LocalDate.of(2026, 10, 31))
                        .build());
        all.put("VAT on debits", business().onDebits().build());
        all.put("credit note", creditNote().build());
        all.put(
                "corrected invoice",
                business()
                        .type(InvoiceType.CORRECTED)
                        .earlier(new EarlierInvoice("FA-2026-0041", LocalDate.of(2026, 9, 30), Money.of("6120.00")))
                        .build());
        all.put("deposit", business().type(InvoiceType.DEPOSIT).process("S1").build());
        all.put("consumer of a cooperative", consumer().build());
        all.put(
                "consumer of services à la personne",
                consumer()
                        .frame(Frame.CAE_SAP)
                        .mentions(new LegalMentions(
                                null,
                                null,
                                MEDIATOR,
                                WITHDRAWAL,
                                "au domicile du client",
                                new LegalMentions.HomeService(
                                        "SAP732829320 du 12/01/2026", "", List.of("Intervenante n° 12"), false),
                                List.of()))
                        .build());
        all.put(
                "credit note of a consumer",
                consumer()
                        .type(InvoiceType.CREDIT_NOTE)
                        .noIban()
                        .earlier(new EarlierInvoice("FA-2026-0040", LocalDate.of(2026, 9, 30), Money.of("288.00")))
                        .build());
        all.put(
                "forty lines",
                business()
                        .items(java.util.stream.IntStream.rangeClosed(1, 40)
                                .mapToObj(i -> item(
                                        "Ticket " + i + " – correction et mise en production",
                                        "0.5",
                                        "HUR",
                                        "80",
                                        VatCategory.S,
                                        "20",
                                        null))
                                .toArray(InvoiceItem[]::new))
                        .build());
        all.put("hostile texts", hostile().build());
        return all;
    }

    static final LegalMentions.Mediator MEDIATOR = new LegalMentions.Mediator(
            "Médiation Exemple", "8 rue des Accords, 75009 Paris", "https://mediation.example.org");
    static final List<String> WITHDRAWAL = List.of(
            "Vous disposez de 14 jours à compter de la conclusion du contrat pour vous rétracter, sans motif ni frais"
                    + " (art. L221-18 du code de la consommation).",
            "L’exécution a commencé à votre demande expresse du 02/10/2026.");

    public static Builder business() {
        return new Builder();
    }

    public static Builder creditNote() {
        return business()
                .type(InvoiceType.CREDIT_NOTE)
                .number("AV-2026-0003")
                .noIban()
                .earlier(new EarlierInvoice("FA-2026-0041", LocalDate.of(2026, 9, 30), Money.of("6120.00")));
    }

    public static Builder consumer() {
        return business()
                .frame(Frame.CAE)
                .audience(Audience.B2C)
                .number("CO-2026-0019")
                .seller(new Seller(
                        "Coopérative des Deux Rives",
                        "SCOP SA à capital variable – RCS Lyon",
                        Siret.of("443 061 841 00047"),
                        Siren.of("443061841").vatNumber(),
                        new PostalAddress("22 quai Perrache", "", "69002", "Lyon", "FR"),
                        null,
                        "contact@deuxrives.example.org"))
                .buyer(new Buyer(
                        "Camille Lefèvre",
                        null,
                        null,
                        null,
                        new PostalAddress("7 allée des Cèdres", "Bât. B", "69003", "Lyon", "FR"),
                        null,
                        "camille@example.org"))
                .items(item("Cours de guitare à domicile", "6", "HUR", "40", VatCategory.S, "20", null))
                .notes(Notes.consumer())
                .mentions(new LegalMentions(
                        null,
                        new LegalMentions.Insurer("Assurances Exemple", "RC-4471-22"),
                        MEDIATOR,
                        WITHDRAWAL,
                        "7 allée des Cèdres, 69003 Lyon",
                        null,
                        List.of()));
    }

    /// Texts that want to break something: markup, right-to-left, no glyph, no end.
    public static Builder hostile() {
        return business()
                .number("FA-2026-0666")
                .buyer(new Buyer(
                        "<script>alert('x')</script> & fils \"]]>\" עברית 👩‍🚀 Ελλάς Київ 日本",
                        Siren.of("552100554"),
                        null,
                        null,
                        new PostalAddress(
                                "x".repeat(200), "Tour à très longs couloirs ".repeat(8), "75001", "Paris", "FR"),
                        null,
                        "a@example.com"))
                .items(
                        item("é".repeat(400), "1", "DAY", "500", VatCategory.S, "20", null),
                        item("شركة المثال 🚀 e\u0301te\u0301", "1", "DAY", "0.000001", VatCategory.S, "20", null),
                        item("Mot ".repeat(600), "99999.9999", "C62", "99999.999999", VatCategory.S, "20", null));
    }

    static InvoiceItem day(String quantity, String price) {
        return item("Conseil en organisation", quantity, "DAY", price, VatCategory.S, "20", null);
    }

    static InvoiceItem item(
            String label,
            String quantity,
            String unit,
            String price,
            VatCategory category,
            String rate,
            @Nullable Exemption exemption) {
        return new InvoiceItem(
                label,
                "Mission M-014, consultante P-007",
                new BigDecimal(quantity),
                unit,
                Amount.of(price),
                category,
                Rate.ofPercent(rate),
                exemption,
                null);
    }

    /// Says only what matters.
    public static final class Builder {

        private String number = "FA-2026-0042";
        private InvoiceType type = InvoiceType.INVOICE;
        private Frame frame = Frame.PORTAGE_SALARIAL;
        private Audience audience = Audience.B2B;
        private String process = "S1";
        private Seller seller = new Seller(
                "Portage des Vallées",
                "SAS au capital de 150 000 € – RCS Grenoble 552 081 317",
                Siret.of("552 081 317 66522"),
                Siren.of("552081317").vatNumber(),
                new PostalAddress("14 avenue du Pont", "Immeuble Le Belvédère", "38000", "Grenoble", "FR"),
                null,
                "facturation@vallees.example.org");
        private Buyer buyer = new Buyer(
                "Fabrique du Nord",
                Siren.of("552100554"),
                null,
                Siren.of("552100554").vatNumber(),
                new PostalAddress("48 rue Nationale", "", "59000", "Lille", "FR"),
                null,
                "compta@example.com");
        private @Nullable DateRange period = new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
        private String buyerReference = "";
        private String orderReference = "";
        private String contractReference = "";
        private List<EarlierInvoice> earlier = List.of();
        private List<InvoiceItem> items = List.of(day("10", "510"));
        private LocalDate issueDate = LocalDate.of(2026, 10, 31);
        private LocalDate due = LocalDate.of(2026, 11, 30);
        private @Nullable Iban iban = Iban.of("FR76 3000 6000 0112 3456 7890 189");
        private Money paid = Money.ZERO;
        private boolean onDebits;
        private PaymentMeans means = PaymentMeans.TRANSFER;
        private List<Note> notes = Notes.business(Money.of("40"), "3 fois le taux d’intérêt légal");
        private LegalMentions mentions = new LegalMentions(
                new LegalMentions.Guarantor(
                        "Caution Exemple SA",
                        "5 boulevard des Garants, 75008 Paris",
                        "article L1254-26 I du code du travail",
                        new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))),
                new LegalMentions.Insurer("Assurances Exemple", "RC-2210-87"),
                null,
                List.of(),
                "",
                null,
                List.of());

        Builder number(String value) {
            number = value;
            return this;
        }

        Builder type(InvoiceType value) {
            type = value;
            return this;
        }

        Builder frame(Frame value) {
            frame = value;
            return this;
        }

        Builder audience(Audience value) {
            audience = value;
            return this;
        }

        Builder process(String value) {
            process = value;
            return this;
        }

        Builder seller(Seller value) {
            seller = value;
            return this;
        }

        Builder buyer(Buyer value) {
            buyer = value;
            return this;
        }

        Builder buyer(UnaryOperator<Buyer> change) {
            buyer = change.apply(buyer);
            return this;
        }

        Builder references(String reference, String order, String contract) {
            buyerReference = reference;
            orderReference = order;
            contractReference = contract;
            return this;
        }

        Builder earlier(EarlierInvoice... value) {
            earlier = List.of(value);
            return this;
        }

        public Builder items(InvoiceItem... value) {
            items = List.of(value);
            return this;
        }

        Builder due(LocalDate value) {
            due = value;
            return this;
        }

        Builder noIban() {
            iban = null;
            return this;
        }

        Builder paid(String value) {
            paid = Money.of(value);
            return this;
        }

        Builder directDebit() {
            means = PaymentMeans.DIRECT_DEBIT;
            return this;
        }

        Builder onDebits() {
            onDebits = true;
            return this;
        }

        Builder notes(List<Note> value) {
            notes = value;
            return this;
        }

        Builder mentions(LegalMentions value) {
            mentions = value;
            return this;
        }

        public InvoiceDocument build() {
            return new InvoiceDocument(
                    number,
                    type,
                    issueDate,
                    Instant.parse("2026-10-31T09:30:00Z"),
                    frame,
                    audience,
                    process,
                    seller,
                    buyer,
                    period,
                    null,
                    buyerReference,
                    orderReference,
                    contractReference,
                    earlier,
                    items,
                    new Settlement(due, iban, iban == null ? "" : "AGRIFRPP", "", paid, onDebits, means, null, null),
                    notes,
                    mentions);
        }
    }
}
