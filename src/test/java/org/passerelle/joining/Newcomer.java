package org.passerelle.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.passerelle.identity.SomeUsers;
import org.passerelle.operators.Operator;
import org.passerelle.platform.mail.Mailbox;
import org.passerelle.testing.Client;
import org.passerelle.testing.Fictional;
import org.passerelle.testing.House;
import org.passerelle.testing.SomeFiles;

/// Somebody who joins, on the pages as a browser sees them.
public final class Newcomer {

    private static final Pattern LINK = Pattern.compile("(/entrer/[A-Za-z0-9_-]+)");
    private static final LocalDate BIRTH = LocalDate.of(1990, 3, 14);

    final String email = "n" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    final Client browser;
    private final Mailbox mailbox;

    Newcomer(int port, Mailbox mailbox) {
        this.browser = new Client(port);
        this.mailbox = mailbox;
    }

    /// Asks for a link, follows it, chooses a password and signs in.
    Newcomer arrives(Operator operator, String simulation) {
        assertThat(browser.get("/entrer" + simulation).statusCode()).isEqualTo(200);
        var form = new HashMap<>(Map.of("email", email, "maison", operator.id().toString()));
        if (simulation.length() > 1) {
            for (var pair : simulation.substring(1).split("&")) form.put(pair.split("=")[0], pair.split("=")[1]);
        }
        assertThat(post("/entrer", form).statusCode()).isEqualTo(303);
        follows(link());
        return this;
    }

    String link() {
        var mails = mailbox.collectFor(email);
        assertThat(mails).hasSize(1);
        var match = LINK.matcher(mails.getFirst().text());
        assertThat(match.find()).isTrue();
        return match.group(1);
    }

    void follows(String link) {
        assertThat(browser.get(link).statusCode()).isEqualTo(200);
        assertThat(post(link, Map.of("password", SomeUsers.PASSWORD)).statusCode())
                .isEqualTo(303);
        browser.signIn(email, SomeUsers.PASSWORD);
        assertThat(browser.get("/mon-dossier").statusCode()).isEqualTo(200);
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        var fields = new HashMap<>(form);
        fields.putIfAbsent("intent", UUID.randomUUID().toString());
        return browser.post(path, fields);
    }

    HttpResponse<String> says(String step, Map<String, String> form) {
        return post("/mon-dossier/" + step, form);
    }

    HttpResponse<String> hands(String step, String kind, String content) {
        return browser.upload(
                "/mon-dossier/" + step + "/pieces",
                Map.of("intent", UUID.randomUUID().toString(), "sorte", kind),
                "fichier",
                kind + ".pdf",
                content);
    }

    /// Everything that a person with a master's degree and a French passport is asked.
    Newcomer fillsIn(LocalDate start, Map<String, Map<String, String>> instead) {
        all(start).forEach((step, form) -> {
            var fields = new HashMap<>(form);
            fields.putAll(instead.getOrDefault(step, Map.of()));
            var answer = says(step, fields);
            assertThat(answer.statusCode()).as(step + ": " + answer.body()).isEqualTo(303);
        });
        return this;
    }

    Newcomer provesAll(Map<String, String> kinds) {
        kinds.forEach((kind, step) -> assertThat(
                        hands(step, kind, SomeFiles.pdf(kind)).statusCode())
                .as(kind)
                .isEqualTo(303));
        return this;
    }

    /// Which proof is handed in at which step.
    public static Map<String, String> usualProofs() {
        var proofs = new LinkedHashMap<String, String>();
        proofs.put("IDENTITY", "identite");
        proofs.put("DIPLOMA", "qualification");
        proofs.put("BANK", "paie");
        return proofs;
    }

    /// What is typed at each step, by the name of the field.
    public static Map<String, Map<String, String>> all(LocalDate start) {
        var all = new LinkedHashMap<String, Map<String, String>>();
        all.put(
                "identite",
                Map.of(
                        "firstName", "Inès",
                        "lastName", "Essai",
                        "birthDate", BIRTH.toString(),
                        "birthTown", "Lyon",
                        "nir", Fictional.nir(BIRTH, Fictional.next()).value(),
                        "line1", "1 rue du Test",
                        "postcode", "69001",
                        "city", "Lyon"));
        all.put("qualification", Map.of("job", "Consultante", "diploma", "7", "experience", "60"));
        all.put("droit-au-travail", Map.of("nationality", "FR"));
        all.put(
                "paie",
                Map.of(
                        "holder",
                        "Inès Essai",
                        "iban",
                        Fictional.iban(Fictional.next()).value(),
                        "tax",
                        "NEUTRAL"));
        all.put("sante", Map.of("health", "JOIN"));
        all.put("autonomie", Map.of("foundClient", "oui", "setPrice", "oui", "autonomous", "on"));
        all.put(
                "client",
                Map.of(
                        "clientKind", "COMPANY",
                        "clientName", "Atelier du Test",
                        "clientSiren", Fictional.siren(Fictional.next()).value(),
                        "clientEmail", "atelier@example.com",
                        "clientLine1", "2 rue du Test",
                        "clientPostcode", "69002",
                        "clientCity", "Lyon"));
        var mission = new HashMap<>(Map.of("title", "Conseil en organisation", "activity", "conseil en gestion"));
        mission.putAll(
                Map.of("start", start.toString(), "end", start.plusMonths(6).toString(), "mode", "DAY"));
        mission.putAll(Map.of("price", "600", "days", "18", "vat", "20", "purpose", "BUSINESS"));
        mission.putAll(Map.of("reason", "MISSING_EXPERTISE", "atHome", "non", "goods", "non"));
        mission.putAll(Map.of("regulated", "non", "dangerous", "non", "strikers", "non"));
        all.put("mission", mission);
        return all;
    }

    /// The file as the house has it.
    Application file(Joining joining, Operator operator) {
        return House.in(
                operator.id(),
                () -> joining.all(operator.id()).stream()
                        .filter(each -> each.email().equals(email))
                        .findFirst()
                        .orElseThrow());
    }
}
