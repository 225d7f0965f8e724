package org.passerelle.cli.corpus;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.invoicing.core.Buyer;
import org.passerelle.invoicing.core.LegalMentions;
import org.passerelle.invoicing.core.Mandate;
import org.passerelle.invoicing.core.Payee;
import org.passerelle.invoicing.core.Seller;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.Siret;
import org.passerelle.kernel.VatNumber;

/// Who sells and who buys in the corpus. Everybody is invented; their numbers only have the right keys.
final class Cast {

    /// A seller in its frame.
    record House(Frame frame, Seller seller) {}

    static final House PORTAGE = house(
            Frame.PORTAGE_SALARIAL,
            "Portage des Vallées",
            "SAS au capital de 150 000 € – RCS Grenoble",
            "10000000900017",
            new PostalAddress("14 avenue du Pont", "Immeuble Le Belvédère", "38000", "Grenoble", "FR"));
    static final House COOPERATIVE = house(
            Frame.CAE,
            "Coopérative des Deux Rives",
            "SCOP SA à capital variable – RCS Lyon",
            "10000001700010",
            new PostalAddress("22 quai Perrache", "", "69002", "Lyon", "FR"));
    static final House HOME_SERVICES = house(
            Frame.CAE_SAP,
            "Deux Rives à Domicile",
            "SCOP SARL à capital variable – RCS Lyon",
            "10000002500013",
            new PostalAddress("22 quai Perrache", "", "69002", "Lyon", "FR"));
    static final House OVERSEAS = house(
            Frame.CAE,
            "Coopérative du Piton",
            "SCOP SA à capital variable – RCS Saint-Denis de La Réunion",
            "10000003300017",
            new PostalAddress("3 rue de la Rade", "", "97400", "Saint-Denis", "FR"));
    static final House MANDATOR = house(
            Frame.PORTAGE_ENTREPRENEURIAL,
            "Elvire Nocquet EI",
            "Entrepreneure individuelle",
            "10000004100010",
            new PostalAddress("3 place du Marché", "", "35000", "Rennes", "FR"));
    static final House MANDATOR_IN_FRANCHISE = new House(
            Frame.PORTAGE_ENTREPRENEURIAL,
            new Seller(
                    "Basile Trévoux EI",
                    "Entrepreneur individuel",
                    Siret.of("10000005800014"),
                    null,
                    new PostalAddress("8 impasse des Tilleuls", "", "87000", "Limoges", "FR"),
                    null,
                    "basile@example.org"));

    static final Buyer COMPANY = business(
            "Fabrique du Nord",
            "100000066",
            null,
            new PostalAddress("48 rue Nationale", "", "59000", "Lille", "FR"),
            "compta@example.com");
    static final Buyer SOLE_TRADER = business(
            "Atelier Ozanne EI",
            "100000074",
            null,
            new PostalAddress("5 venelle du Four", "", "29000", "Quimper", "FR"),
            "atelier@example.com");
    static final Buyer ASSOCIATION = new Buyer(
            "Les Amis du Fleuve",
            Siren.of("100000082"),
            null,
            null,
            new PostalAddress("Maison des associations", "10 rue Basse", "44000", "Nantes", "FR"),
            null,
            "bureau@example.org");
    static final Buyer PUBLIC_BODY = new Buyer(
            "Commune de Villeneuve-l’Exemple",
            Siren.of("100000090"),
            Siret.of("10000009000017"),
            null,
            new PostalAddress("Hôtel de ville", "1 place de la République", "75004", "Paris", "FR"),
            "100000090_10000009000017",
            "mairie@example.org");
    static final Buyer CONSUMER = new Buyer(
            "Camille Lefèvre",
            null,
            null,
            null,
            new PostalAddress("7 allée des Cèdres", "Bât. B", "69003", "Lyon", "FR"),
            null,
            "camille@example.org");
    static final Buyer OVERSEAS_CONSUMER = new Buyer(
            "Anaïs Payet",
            null,
            null,
            null,
            new PostalAddress("12 chemin des Letchis", "", "97410", "Saint-Pierre", "FR"),
            null,
            "anais@example.org");
    static final Buyer GUYANE = business(
            "Comptoir de l’Oyapock",
            "100000074",
            null,
            new PostalAddress("2 avenue des Palmiers", "", "97300", "Cayenne", "FR"),
            "comptoir@example.com");
    static final Buyer GERMANY = foreign(
            "Beispiel GmbH",
            "DE123456788",
            new PostalAddress("Hauptstraße 5", "", "10115", "Berlin", "DE"),
            "rechnung@example.com");
    static final Buyer BELGIUM = foreign(
            "Voorbeeld NV",
            "BE0123456749",
            new PostalAddress("Grote Markt 1", "", "2000", "Antwerpen", "BE"),
            "facturen@example.com");
    static final Buyer SWITZERLAND = foreign(
            "Muster AG",
            null,
            new PostalAddress("Bahnhofstrasse 3", "", "8001", "Zürich", "CH"),
            "buchhaltung@example.com");
    static final Buyer UNITED_STATES = foreign(
            "Sample Corp.", null, new PostalAddress("100 Main Street", "", "02110", "Boston", "US"), "ap@example.com");

    static final Payee FACTOR = new Payee("Affacturage Exemple SA", Siren.of("100000058"));
    static final Mandate MANDATE =
            new Mandate("RUM-2026-0042", "FR72ZZZ123456", Iban.of("FR7630000000010000000002238"));

    static final LegalMentions.Guarantor GUARANTOR = new LegalMentions.Guarantor(
            "Caution Exemple SA",
            "5 boulevard des Garants, 75008 Paris",
            "article L1254-26 I du code du travail",
            new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
    static final LegalMentions.Insurer INSURER = new LegalMentions.Insurer("Assurances Exemple", "RC-2210-87");
    static final LegalMentions.Mediator MEDIATOR = new LegalMentions.Mediator(
            "Médiation Exemple", "8 rue des Accords, 75009 Paris", "https://mediation.example.org");
    static final List<String> WITHDRAWAL = List.of(
            "Vous disposez de 14 jours à compter de la conclusion du contrat pour vous rétracter, sans motif ni frais"
                    + " (art. L221-18 du code de la consommation).");
    static final LegalMentions.HomeService HOME_SERVICE = new LegalMentions.HomeService(
            "SAP100000025 du 12/01/2026", "du 03/02/2026", List.of("Intervenante n° 12"), false);

    private Cast() {}

    private static House house(Frame frame, String name, String legalLine, String siret, PostalAddress address) {
        var number = Siret.of(siret);
        return new House(
                frame,
                new Seller(
                        name,
                        legalLine,
                        number,
                        number.siren().vatNumber(),
                        address,
                        null,
                        Sample.slug(name) + "@example.org"));
    }

    private static Buyer business(
            String name, String siren, @Nullable Siret siret, PostalAddress address, String email) {
        var number = Siren.of(siren);
        return new Buyer(name, number, siret, number.vatNumber(), address, null, email);
    }

    private static Buyer foreign(String name, @Nullable String vat, PostalAddress address, String email) {
        return new Buyer(name, null, null, vat == null ? null : VatNumber.of(vat), address, null, email);
    }
}
