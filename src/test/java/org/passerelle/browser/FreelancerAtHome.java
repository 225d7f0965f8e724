package org.passerelle.browser;

import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import org.passerelle.identity.SomeUsers;
import org.passerelle.kernel.Siren;
import org.passerelle.testing.Fictional;

/// What a freelancer does on the screens, station by station; each is kept as a picture in both widths.
record FreelancerAtHome(int port, String email, String story) {

    private static final byte[] PICTURE = Fictional.picture();

    /// @param activity as it is typed
    /// @param price HT per day, with a comma
    record Work(String activity, String title, String price, String purpose) {}

    Visitor signsIn() {
        var visitor = Visitor.arrives(port, Look.DESK).signsIn(email, SomeUsers.PASSWORD);
        return visitor.arrivesAt(url -> url.contains("/mon-mois"));
    }

    void bringsACompany(Visitor visitor, String name, Siren siren) {
        visitor.opens("/clients/nouveau").chooses("type", "COMPANY").fills("SIREN", siren.value());
        addressOf(visitor, name);
    }

    void bringsAPrivateIndividual(Visitor visitor, String name) {
        visitor.opens("/clients/nouveau").chooses("type", "CONSUMER");
        addressOf(visitor, name);
    }

    private static void addressOf(Visitor visitor, String name) {
        visitor.page().locator("#nom").fill(name);
        visitor.page().locator("#email").fill("client@example.com");
        visitor.page().locator("#adresse").fill("4 quai de l’Exemple");
        visitor.page().locator("#codepostal").fill("69002");
        visitor.page().locator("#ville").fill("Lyon");
        visitor.presses("Enregistrer le client").arrivesAt(url -> url.contains("/missions/nouvelle?client="));
    }

    void asksTheLaw(Visitor visitor, Work work) {
        visitor.page().locator("#activite").fill(work.activity());
        visitor.page().locator("#titre").fill(work.title());
        visitor.page().locator("#debut").fill("2026-10-01");
        visitor.page().locator("#fin").fill("2026-12-31");
        visitor.page().locator("#prix").fill(work.price());
        visitor.page().locator("#tva").fill("20");
        visitor.page().locator("#jours").fill("15");
        if (visitor.page().locator("details.deciding[open]").count() == 0) {
            visitor.page().locator("details.deciding summary").click();
        }
        visitor.chooses("destination", work.purpose()).chooses("motif", "MISSING_EXPERTISE");
        for (var name : java.util.List.of("domicile", "biens", "reglementee", "dangereux", "greve")) {
            visitor.chooses(name, "non");
        }
        visitor.presses("Voir la réponse de la loi").page().waitForSelector("#verdict");
    }

    void keepsTheMission(Visitor visitor) {
        visitor.presses("Enregistrer la mission").arrivesAt(url -> url.matches(".*/missions/[0-9a-f-]{36}"));
        visitor.reads("est enregistrée");
    }

    /// @param half a value of the calendar's select: a kind, or the title of a mission
    void spends(Visitor visitor, String day, String morning, String afternoon) {
        var number = "%02d".formatted(LocalDate.parse(day).getDayOfMonth());
        chooses(visitor, "j" + number + "m", morning);
        chooses(visitor, "j" + number + "a", afternoon);
    }

    private static void chooses(Visitor visitor, String name, String kindOrTitle) {
        var select = visitor.page().locator("select[name=" + name + "]");
        if (select.locator("option[value='" + kindOrTitle + "']").count() > 0) select.selectOption(kindOrTitle);
        else select.selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(kindOrTitle));
    }

    void handsInAnExpense(Visitor visitor, String what, String gross, String vat) {
        visitor.opens("/frais?mois=2026-10");
        visitor.fills("Date du justificatif", "2026-10-12").fills("Achat", what).fills("Montant TTC", gross);
        visitor.fills("Dont TVA récupérable", vat);
        visitor.page().locator("#justificatif").setInputFiles(new FilePayload("billet.png", "image/png", PICTURE));
        visitor.presses("Envoyer le frais").reads("est envoyé à votre gestionnaire");
    }

    Visitor keeps(Visitor visitor, String station) {
        return visitor.seesNoBarrier().keepsAtBothWidths(story + "-" + station);
    }
}
