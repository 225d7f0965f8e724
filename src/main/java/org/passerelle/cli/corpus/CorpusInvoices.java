package org.passerelle.cli.corpus;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.invoicing.core.EarlierInvoice;
import org.passerelle.invoicing.core.InvoiceDocument;
import org.passerelle.invoicing.core.InvoiceType;
import org.passerelle.invoicing.core.PaymentMeans;
import org.passerelle.invoicing.core.VatCase;
import org.passerelle.kernel.Money;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;

/// All type codes, all VAT cases, all kinds of client: one invoice of each, and the pairs that are known to break.
public final class CorpusInvoices {

    private final Law law = Laws.load().on(Sample.ISSUED);
    private final Map<String, InvoiceDocument> all = new LinkedHashMap<>();

    private CorpusInvoices() {}

    /// By name, which is also the name of the file; always the same, in the same order.
    public static Map<String, InvoiceDocument> all() {
        var corpus = new CorpusInvoices();
        corpus.types();
        corpus.vat();
        corpus.clients();
        corpus.settlements();
        corpus.texts();
        return corpus.all;
    }

    /// Whether the published CII schema (D16B) can hold it: it knows fewer type codes than France, and one earlier
    /// invoice only. What it cannot hold is written as UBL.
    public static boolean fitsCii(InvoiceDocument invoice) {
        return invoice.type().isInCii() && invoice.earlier().size() <= 1;
    }

    private Sample sample() {
        return new Sample(law, all.size() + 1);
    }

    private void add(String name, Sample sample) {
        var key = "%02d-%s".formatted(all.size() + 1, Sample.slug(name));
        all.put(key, sample.document());
    }

    private void types() {
        for (var type : InvoiceType.values()) {
            var sample = sample().type(type);
            if (type == InvoiceType.GLOBAL_ALLOWANCE) {
                sample.references("", "", "CADRE-2026-01").item("Remise de fin d’année", "1", "LS", "500", "20");
            }
            add(type.code() + " " + type.title(), sample);
        }
        add(
                "380 definitive apres acompte S4",
                sample().process("S4")
                        .paid("1836.00")
                        .after(new EarlierInvoice("AC-2026-000011", LocalDate.of(2026, 9, 15), Money.of("1836.00"))));
        add(
                "380 solde apres deux acomptes S4",
                sample().process("S4")
                        .paid("4284.00")
                        .after(
                                new EarlierInvoice("AC-2026-000011", LocalDate.of(2026, 9, 15), Money.of("1836.00")),
                                new EarlierInvoice("AC-2026-000012", LocalDate.of(2026, 10, 1), Money.of("2448.00"))));
        add("380 situation de travaux", sample().item("Situation n° 2, avancement 60 %", "0.35", "LS", "12000", "20"));
        add(
                "381 partiel",
                sample().type(InvoiceType.CREDIT_NOTE).item("Deux jours non faits", "2", "DAY", "510", "20"));
        add(
                "381 de plusieurs factures",
                sample().type(InvoiceType.CREDIT_NOTE)
                        .after(
                                new EarlierInvoice("FA-2026-000700", LocalDate.of(2026, 8, 31), Money.of("6120")),
                                new EarlierInvoice("FA-2026-000701", LocalDate.of(2026, 9, 30), Money.of("6120"))));
    }

    private void vat() {
        for (var rate : List.of("20", "10", "5.5", "2.1")) {
            add("tva " + rate, sample().item("Prestation au taux de " + rate + " %", "3", "C62", "333.33", rate));
        }
        for (var rate : List.of("8.5", "2.1", "1.05", "1.75")) {
            add(
                    "tva outre-mer " + rate,
                    sample().from(Cast.OVERSEAS).item("Prestation à La Réunion", "2", "DAY", "401.11", rate));
        }
        add(
                "tva plusieurs taux",
                sample().item("Conseil", "3", "DAY", "500", "20")
                        .item("Restauration refacturée", "1", "LS", "120", "10")
                        .item("Ouvrages", "4", "H87", "30.03", "5.5")
                        .item("Revue", "1", "H87", "9.99", "2.1"));
        add(
                "tva et exoneration ensemble",
                sample().item("Conseil", "1", "DAY", "700", "20")
                        .item("Formation", "1", "DAY", "900", VatCase.TRAINING));
        add("formation exoneree", sample().item("Formation", "2", "DAY", "1100", VatCase.TRAINING));
        add(
                "soins exoneres",
                sample().from(Cast.COOPERATIVE)
                        .to(Cast.CONSUMER)
                        .item("Consultation de psychologue", "3", "HUR", "60", VatCase.HEALTH));
        add(
                "organisme sans but lucratif",
                sample().from(Cast.COOPERATIVE).item("Atelier", "1", "LS", "250", VatCase.ASSOCIATION));
        add(
                "franchise en base",
                sample().from(Cast.MANDATOR_IN_FRANCHISE).item("Conseil", "1", "DAY", "450", VatCase.FRANCHISE));
        add(
                "franchise en base, particulier",
                sample().from(Cast.MANDATOR_IN_FRANCHISE)
                        .to(Cast.CONSUMER)
                        .item("Cours", "4", "HUR", "35", VatCase.FRANCHISE));
        add("guyane", sample().to(Cast.GUYANE).item("Conseil", "2", "DAY", "600", VatCase.OVERSEAS_WITHOUT_VAT));
        add(
                "autoliquidation du batiment",
                sample().from(Cast.MANDATOR)
                        .process("S5")
                        .item("Pose de cloisons", "40", "HUR", "45", VatCase.DOMESTIC_REVERSE_CHARGE));
        add("service union", sample().to(Cast.GERMANY).item("Conseil", "12", "DAY", "590", VatCase.UNION_SERVICE));
        add(
                "service union, avoir",
                sample().type(InvoiceType.CREDIT_NOTE)
                        .to(Cast.BELGIUM)
                        .item("Conseil", "1", "DAY", "590", VatCase.UNION_SERVICE));
        add(
                "service hors union",
                sample().to(Cast.SWITZERLAND).item("Conseil", "5", "DAY", "900", VatCase.SERVICE_ABROAD));
        add(
                "service hors union, avoir",
                sample().type(InvoiceType.CREDIT_NOTE)
                        .to(Cast.UNITED_STATES)
                        .item("Conseil", "1", "DAY", "900", VatCase.SERVICE_ABROAD));
        add(
                "biens union",
                sample().from(Cast.COOPERATIVE)
                        .to(Cast.BELGIUM)
                        .process("B1")
                        .deliveredTo(Cast.BELGIUM.address())
                        .item("Céramiques", "30", "H87", "18.50", VatCase.UNION_GOODS));
        add(
                "biens exportes",
                sample().from(Cast.COOPERATIVE)
                        .to(Cast.UNITED_STATES)
                        .process("B1")
                        .deliveredTo(Cast.UNITED_STATES.address())
                        .item("Céramiques", "12", "H87", "24", VatCase.EXPORT_OF_GOODS));
        add(
                "avoir sans tva",
                sample().type(InvoiceType.CREDIT_NOTE)
                        .item("Remise sans TVA", "1", "LS", "100", VatCase.CREDIT_WITHOUT_VAT));
        add("tva sur les debits", sample().onDebits());
    }

    private void clients() {
        add("entreprise", sample());
        add("entrepreneur individuel", sample().to(Cast.SOLE_TRADER));
        add("association", sample().to(Cast.ASSOCIATION).from(Cast.COOPERATIVE));
        add("collectivite", sample().to(Cast.PUBLIC_BODY).references("SERVICE-42", "BC-2026-118", "MARCHE-2026-07"));
        add(
                "collectivite, avoir",
                sample().type(InvoiceType.CREDIT_NOTE)
                        .to(Cast.PUBLIC_BODY)
                        .references("SERVICE-42", "BC-2026-118", "MARCHE-2026-07"));
        add("particulier", consumer());
        add("particulier, acompte", consumer().type(InvoiceType.DEPOSIT));
        add("particulier, avoir", consumer().type(InvoiceType.CREDIT_NOTE));
        add(
                "particulier outre-mer",
                sample().from(Cast.OVERSEAS)
                        .to(Cast.OVERSEAS_CONSUMER)
                        .item("Cours de musique", "4", "HUR", "30", "8.5"));
        add(
                "service a la personne",
                sample().from(Cast.HOME_SERVICES)
                        .to(Cast.CONSUMER)
                        .item("Ménage au domicile", "6", "HUR", "24.50", "10"));
        add(
                "service a la personne, deja paye par carte",
                sample().from(Cast.HOME_SERVICES)
                        .to(Cast.CONSUMER)
                        .process("S2")
                        .by(PaymentMeans.CARD, null)
                        .allPaid()
                        .item("Garde d’enfant", "8", "HUR", "22", "5.5"));
        add("mandant assujetti", sample().from(Cast.MANDATOR).item("Photographies", "1", "LS", "1450", "20"));
        add(
                "bien et service a un particulier",
                consumer().process("M1").item("Corde de guitare", "2", "H87", "7.25", "20"));
        add("entreprise suisse, biens de france", sample().to(Cast.SWITZERLAND).item("Repas", "2", "C62", "31", "10"));
    }

    private Sample consumer() {
        return sample().from(Cast.COOPERATIVE).to(Cast.CONSUMER).item("Cours de guitare", "6", "HUR", "40", "20");
    }

    private void settlements() {
        add("partiellement payee", sample().paid("1000"));
        add("deja payee S2", sample().process("S2").allPaid());
        add(
                "prelevement",
                sample().process("S1")
                        .by(PaymentMeans.DIRECT_DEBIT, Cast.MANDATE)
                        .item("Forfait mensuel", "1", "MON", "99", "20"));
        add("cheque", sample().by(PaymentMeans.CHEQUE, null));
        add(
                "frais refactures",
                sample().item("Conseil", "17.5", "DAY", "612.50", "20")
                        .item("Frais de déplacement refacturés", "1", "LS", "184.37", "20")
                        .item("Indemnités kilométriques", "312.4", "KMT", "0.636", "20"));
    }

    private void texts() {
        var lines = sample();
        for (int i = 1; i <= 40; i++)
            lines.item("Ticket " + i + " – correction et mise en service", "0.5", "HUR", "80", "20");
        add("quarante lignes", lines);
        add(
                "arrondi",
                sample().item("Relecture", "0.3333", "HUR", "75.05", "20")
                        .item("Relecture", "0.3333", "HUR", "75.05", "20")
                        .item("Relecture", "0.3334", "HUR", "75.05", "20"));
        add(
                "textes a echapper",
                sample().item(
                                "<b>Étude</b> & conseil « œuvre » \"]]>\" – l’été, 20 % d’ Ελλάς",
                                "1", "DAY", "500", "20"));
        add("petits prix", sample().item("Appels d’API", "99999.9999", "C62", "0.000123", "20"));
    }
}
