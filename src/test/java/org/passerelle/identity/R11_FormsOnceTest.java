package org.passerelle.identity;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.missions.MissionBuilder.dailyRate;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.PersonId;
import org.passerelle.operators.Operator;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.testing.Client;
import org.passerelle.testing.Fictional;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.SomeFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PasserelleTest
@Import(House.class)
@DisplayName("R-11: each form posted fifty times at once has one effect and one answer; other content is refused")
class R11_FormsOnceTest {

    private static final int POSTS = 50;

    /// Forms that bring something new into the house.
    ///
    /// @param path as its handler is written
    /// @param table which receives one row
    /// @param changed the field that holds other content the second time, with that content
    private record Form(String path, String table, String changed, String otherwise) {

        @Override
        public String toString() {
            return path;
        }
    }

    private static final String ENTITY = "/bureau/{operator}/societe";
    private static final String PERSON = "/bureau/{operator}/personnes/{person}";
    private static final String CLIENT_EDIT = "/bureau/{operator}/clients/{client}/modification";

    static final List<Form> FORMS = List.of(
            new Form("/bureau/{operator}/personnes", "people.person", "lastName", "Autrement"),
            new Form("/bureau/{operator}/clients", "clients.client", "name", "Autre Atelier"),
            new Form(CLIENT_EDIT, "platform.intent", "name", "Autre Enseigne"),
            new Form(ENTITY + "/modification", "platform.intent", "city", "Grenoble"),
            new Form(ENTITY + "/choix", "operators.policy_version", "leave", "PROVISION"),
            new Form(ENTITY + "/frais-de-gestion", "operators.fee_terms", "rate", "4,5"),
            new Form(ENTITY + "/etablissement", "operators.establishment", "headcount", "70"),
            new Form(PERSON + "/modification", "platform.intent", "lastName", "Autrement"),
            new Form(
                    PERSON + "/iban",
                    "platform.intent",
                    "iban",
                    Fictional.iban(40).value()),
            new Form(PERSON + "/contrat", "people.employment_version", "job", "Autre métier"),
            new Form(PERSON + "/taux", "people.withholding_version", "withholding", "9,9"),
            new Form("/clients", "clients.client", "nom", "Autre Particulier"),
            new Form("/missions", "missions.mission", "prix", "510"),
            new Form("/activite", "activity.saving", "j06m", "PROSPECTING"),
            new Form("/frais", "activity.expense", "ttc", "21,00"));

    /// The others, with what makes them happen once.
    private static final Map<String, String> OTHERS = Map.ofEntries(
            entry("/bureau/{operator}/activites/{report}/approbation", "approving what is approved changes nothing"),
            entry("/bureau/{operator}/activites/{report}/retour", "returning what is returned changes nothing"),
            entry("/bureau/{operator}/banque/releves", "R14: the same lines are known again"),
            entry("/bureau/{operator}/banque/{line}/affectation", "R11_IssuedOnceTest settles once"),
            entry("/bureau/{operator}/comptabilite/cloture", "R07_ClosingAndCorrectingTest closes once"),
            entry("/bureau/{operator}/factures/{invoice}/avoir", "R07_ClosingAndCorrectingTest takes back once"),
            entry("/bureau/{operator}/missions/{mission}/fin", "R07_ClosingAndCorrectingTest ends once"),
            entry("/bureau/{operator}/factures/{invoice}/avoir-partiel", "DepositsAndCorrectionsTest takes back once"),
            entry("/bureau/{operator}/factures/{invoice}/rectification", "DepositsAndCorrectionsTest replaces once"),
            entry("/bureau/{operator}/factures/nouvelle", "DepositsAndCorrectionsTest drafts once"),
            entry("/bureau/{operator}/factures/{invoice}/emission", "R11_IssuedOnceTest issues once"),
            entry("/bureau/{operator}/factures/rapprochement", "what is reconciled issues again, once"),
            entry("/factures/{invoice}/emission", "R11_IssuedOnceTest issues once"),
            entry("/bureau/{operator}/societe/association", "CA40_AssociationPolicyTest keeps once"),
            entry("/bureau/{operator}/contrats", "ContractsTest draws up once"),
            entry("/bureau/{operator}/contrats/cachets", "ContractsTest renews the seal that was seen, once"),
            entry("/bureau/{operator}/contrats/societe", "the same words again change nothing"),
            entry("/bureau/{operator}/contrats/{contract}/contenu", "the same words again change nothing"),
            entry("/bureau/{operator}/contrats/{contract}/contrat-client", "ClientPapersTest annexes once"),
            entry("/bureau/{operator}/contrats/{contract}/envoi", "what is sent stays sent"),
            entry("/bureau/{operator}/contrats/{contract}/relance", "once a day; the others change nothing"),
            entry("/bureau/{operator}/contrats/{contract}/retrait", "what is over stays over"),
            entry("/bureau/{operator}/contrats/{contract}/signature", "ContractsTest: each party signs once"),
            entry("/contrats/{contract}/refus", "what is over stays over"),
            entry("/contrats/{contract}/signature", "ContractsTest: each party signs once"),
            entry("/signature/{token}", "ClientSignsTest: each party signs once"),
            entry("/signature/{token}/code", "a code of its own each time, five at most"),
            entry("/signature/{token}/refus", "what is over stays over"),
            entry("/signature/{token}/retractation", "ClientWithdrawsTest: declared once"),
            entry("/bureau/{operator}/clients/{client}/lien", "ClientPagesTest sends once"),
            entry("/bureau/{operator}/clients/{client}/lien/fin", "what has ended stays ended"),
            entry("/espace/{token}/factures/{invoice}/carte", "the same intent opens the same payment"),
            entry("/notifications/carte", "R15_CardMessagesTest: the same message again is once"),
            entry("/espace/{token}/factures/{invoice}/litige", "CollectionTest: a dispute that is open stays one"),
            entry("/bureau/{operator}/recouvrement/relances", "CollectionTest: each step leaves once"),
            entry("/bureau/{operator}/recouvrement/rythme", "CollectionTest: the same intent sets once"),
            entry("/bureau/{operator}/recouvrement/{invoice}/relance", "CollectionTest: each step leaves once"),
            entry(
                    "/bureau/{operator}/recouvrement/{invoice}/litige",
                    "CollectionTest: a dispute that is open stays one"),
            entry("/bureau/{operator}/recouvrement/{invoice}/litige/fin", "what is closed stays closed"),
            entry("/bureau/{operator}/recouvrement/{invoice}/contentieux", "CollectionTest: one file"),
            entry("/espace/{token}/papiers/{contract}", "a way of its own each time, to the same paper"),
            entry("/espace/{token}/activites/{report}/{mission}", "ClientPagesTest says once"),
            entry("/bureau/{operator}/frais/{expense}/approbation", "approving what is approved changes nothing"),
            entry("/bureau/{operator}/frais/{expense}/retour", "the same reason again changes nothing"),
            entry("/bureau/{operator}/missions/{mission}/derogation", "lifting what is lifted changes nothing"),
            entry("/bureau/{operator}/paie", "R11_PayrollOnceTest runs once"),
            entry("/bureau/{operator}/paie/bulletins/{payslip}/correction", "R07_CorrectingPayslipTest corrects once"),
            entry("/bureau/{operator}/virements/fichiers", "R13_OrderedOnceTest exports once"),
            entry("/bureau/{operator}/echeances/{deadline}/realisation", "DeadlinesTest marks once"),
            entry("/bureau/{operator}/echeances/{deadline}/levee", "DeadlinesTest marks once"),
            entry("/bureau/{operator}/echeances/{deadline}/reouverture", "DeadlinesTest marks once"),
            entry("/bureau/{operator}/echeances/dates", "DeadlinesTest tells once"),
            entry("/bureau/{operator}/echeances/dates/{fact}/retrait", "what is withdrawn stays withdrawn"),
            entry("/agenda", "the same intent opens no second link"),
            entry("/agenda/{calendar}/fin", "what has ended stays ended"),
            entry("/mes-donnees/archive", "the same file again; the trail keeps each taking"),
            entry("/mes-donnees/effacement", "R11_PrivacyOnceTest asks once"),
            entry("/bureau/{operator}/personnes/{person}/donnees/effacement", "R11_PrivacyOnceTest forgets once"),
            entry("/bureau/{operator}/personnes/{person}/donnees/suspension", "R11_PrivacyOnceTest suspends once"),
            entry("/bureau/{operator}/personnes/{person}/donnees/levee", "R11_PrivacyOnceTest lifts once"),
            entry("/rencontres", "GatheringsTest: one seat for one address"),
            entry("/rencontres/place/{token}/annulation", "what is given back stays so"),
            entry("/rencontres/place/{token}/report", "GatheringsTest: one seat for one address"),
            entry("/bureau/{operator}/rencontres", "the same rule again changes nothing"),
            entry("/bureau/{operator}/rencontres/{seance}/presence", "GatheringsTest: written to once"),
            entry("/offres", "R11_OffersOnceTest posts once"),
            entry("/offres/{offer}/signalement", "R11_OffersOnceTest reports once"),
            entry("/offres/{offer}/candidature", "PS01_OffersTest: one answer of a person to an offer"),
            entry("/bureau/{operator}/offres/porte", "what is open stays open"),
            entry("/bureau/{operator}/offres/{offer}/publication", "what is published stays published"),
            entry("/bureau/{operator}/offres/{offer}/refus", "what is taken away stays away"),
            entry("/bureau/{operator}/offres/{offer}/acceptation", "PS01_OffersTest: one mission of one answer"),
            entry("/bureau/{operator}/offres/{offer}/declin", "what is declined stays declined"),
            entry("/entrer", "three links a day to one mailbox, the newest serves"),
            entry("/entrer/{token}", "CA41_FromVisitorToWorkTest: a link serves once"),
            entry("/mon-dossier/envoi", "what is sent stays sent"),
            entry("/mon-dossier/{etape}", "R11_ApplicationOnceTest keeps once"),
            entry("/mon-dossier/{etape}/pieces", "R11_ApplicationOnceTest stores once"),
            entry("/bureau/{operator}/entrees/invitations", "R11_ApplicationOnceTest sends once"),
            entry("/bureau/{operator}/entrees/porte", "what is open stays open"),
            entry(
                    "/bureau/{operator}/entrees/{application}/pieces/{proof}/verdict",
                    "the same verdict changes nothing"),
            entry("/bureau/{operator}/entrees/{application}/titre", "the same day again changes nothing"),
            entry("/bureau/{operator}/entrees/{application}/refus", "what is declined stays declined"),
            entry("/bureau/{operator}/entrees/{application}/admission", "what is admitted stays admitted"),
            entry("/bureau/{operator}/personnes/{person}/dpae", "the same intent makes no second declaration"),
            entry("/bureau/{operator}/personnes/{person}/dpae/{declaration}/accuse", "what is answered stays answered"),
            entry("/bureau/{operator}/personnes/{person}/dpae/{declaration}/refus", "what is answered stays answered"),
            entry("/missions/verdict", "writes nothing"),
            entry("/connexion", "a session of its own each time"),
            entry("/connexion/cle", "a challenge is used once"),
            entry("/connexion/cle/epreuve", "a challenge of its own each time"),
            entry("/connexion/code", "S03: a code is used once"),
            entry("/connexion/confirmation", "S03: a code is used once"),
            entry("/connexion/oubli", "S07: a new link ends the one before"),
            entry("/connexion/nouveau", "S07: a link is used once"),
            entry("/sessions/codes", "S03: a code is used once"),
            entry("/sessions/codes/debut", "S03: a secret that was confirmed is not replaced"),
            entry("/sessions/codes/retrait", "what is gone stays gone"),
            entry("/sessions/codes/secours", "new codes each time, the last ones serve"),
            entry("/sessions/cles", "a challenge is used once"),
            entry("/sessions/cles/epreuve", "a challenge of its own each time"),
            entry("/sessions/cles/{key}/retrait", "what is gone stays gone"),
            entry("/sessions/{session}/fin", "what has ended stays ended"),
            entry("/deconnexion", "what has ended stays ended"));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    House house;

    @Autowired
    Identity identity;

    @Autowired
    EveryOperator every;

    @LocalServerPort
    int port;

    private Operator operator;
    private SomeUsers.Someone gestionnaire;
    private SomeUsers.Someone camille;
    private ClientId client;
    private PersonId person;
    private MissionId mission;

    @BeforeEach
    void a_house() {
        operator = house.has(anOperator());
        gestionnaire = someoneOf(identity, operator.group(), operator.id(), Role.GESTIONNAIRE);
        camille = someoneOf(identity, operator.group(), operator.id(), Role.FREELANCER);
        var file = house.has(operator, aPerson().signedInAs(camille.user().id()));
        person = file.id();
        var theirs = house.has(operator, aClient());
        client = theirs.id();
        mission = house.has(file, theirs, aMission().at(dailyRate("450"))).id();
    }

    @Test
    void every_form_is_named_here() {
        var named = new TreeSet<>(OTHERS.keySet());
        FORMS.forEach(form -> named.add(form.path()));
        var found = new TreeSet<String>();
        for (var handler : Handlers.all(mapping)) if (handler.writes()) found.add(handler.path());
        assertThat(found).isEqualTo(named);
    }

    @ParameterizedTest(name = "POST {0}")
    @MethodSource("forms")
    void fifty_times_at_once_and_once_later(Form form) throws Exception {
        var before = rows(form.table());
        var documents = rows("documents.document");
        var browser = browser(form);
        var fields = fields(form.path());

        var answers = atOnce(browser, mine -> send(mine, form, fields));
        answers.add(send(browser, form, fields));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(303);
        assertThat(answers)
                .extracting(answer -> answer.headers().firstValue("location").orElseThrow())
                .containsOnly(
                        answers.getFirst().headers().firstValue("location").orElseThrow());
        assertThat(rows(form.table())).isEqualTo(before + 1);
        assertThat(rows("documents.document"))
                .isEqualTo(documents + (form.path().equals("/frais") ? 1 : 0));
    }

    @ParameterizedTest(name = "POST {0}")
    @MethodSource("forms")
    void with_other_content_it_is_refused_and_nothing_is_written(Form form) {
        var browser = browser(form);
        var fields = fields(form.path());
        assertThat(send(browser, form, fields).statusCode()).isEqualTo(303);
        var before = rows(form.table()) + rows("documents.document") + rows("identity.trail_line");

        fields.put(form.changed(), form.otherwise());
        assertThat(send(browser, form, fields).statusCode()).isEqualTo(422);
        assertThat(rows(form.table()) + rows("documents.document") + rows("identity.trail_line"))
                .isEqualTo(before);

        // It was the intent: by a name of its own the same content is welcome.
        fields.put("intent", UUID.randomUUID().toString());
        fields.computeIfPresent("nir", (_, _) -> nir());
        fields.computeIfPresent("seen", (_, seen) -> Integer.toString(Integer.parseInt(seen) + 1));
        assertThat(send(browser, form, fields).statusCode()).isEqualTo(303);
    }

    @Test
    void another_receipt_for_the_same_expense_is_refused() {
        var form = FORMS.getLast();
        var browser = browser(form);
        var fields = fields(form.path());
        assertThat(send(browser, form, fields).statusCode()).isEqualTo(303);
        var documents = rows("documents.document");
        var answer = browser.upload("/frais", fields, "justificatif", "recu.pdf", SomeFiles.pdf("un autre"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(rows("documents.document")).isEqualTo(documents);
    }

    @Test
    void what_was_refused_may_come_again_with_better_content() {
        var form = FORMS.stream()
                .filter(each -> each.path().equals("/missions"))
                .findFirst()
                .orElseThrow();
        var browser = browser(form);
        var fields = fields(form.path());
        fields.put("domicile", "oui");
        fields.put("dangereux", "oui");
        assertThat(send(browser, form, fields).statusCode()).isEqualTo(422);
        fields.put("domicile", "non");
        fields.put("dangereux", "non");
        assertThat(send(browser, form, fields).statusCode()).isEqualTo(303);
    }

    static List<Form> forms() {
        return FORMS;
    }

    private HttpResponse<String> send(Client browser, Form form, Map<String, String> fields) {
        var path = form.path()
                .replace("{operator}", operator.id().toString())
                .replace("{client}", client.toString())
                .replace("{person}", person.toString());
        return path.equals("/frais")
                ? browser.upload(path, fields, "justificatif", "recu.pdf", SomeFiles.pdf("un"))
                : browser.post(path, fields);
    }

    private Map<String, String> fields(String path) {
        var form = new HashMap<>(Map.of("intent", UUID.randomUUID().toString()));
        switch (path) {
            case "/bureau/{operator}/personnes" -> {
                form.putAll(Map.of("firstName", "Noé", "lastName", "Essai", "birthDate", "07/03/1991"));
                form.putAll(Map.of("email", "noe@example.org", "line1", "1 rue du Test", "postcode", "69001"));
                form.putAll(Map.of("city", "Lyon", "country", "FR", "contract", "CDI", "entry", "2026-10-01"));
                form.putAll(Map.of("job", "Formateur", "hours", "35", "step", "JUNIOR"));
                form.put("nir", nir());
                form.put("iban", Fictional.iban(Fictional.next()).value());
            }
            case "/bureau/{operator}/clients" -> {
                form.putAll(Map.of("kind", "COMPANY", "name", "Atelier de l'Exemple", "email", "atelier@example.com"));
                form.putAll(Map.of("line1", "3 quai du Test", "postcode", "69002", "city", "Lyon", "country", "FR"));
                var siren = Fictional.siren(Fictional.next()).value();
                form.putAll(Map.of("term", "30", "siren", siren));
            }
            case ENTITY + "/modification" -> {
                form.putAll(Map.of("seen", "1", "email", "maison@example.org", "insurer", "Assureur", "policy", "P-1"));
                form.putAll(Map.of("line1", "1 rue du Test", "postcode", "69001", "city", "Lyon", "country", "FR"));
                form.putAll(Map.of("guarantor", "Garant", "guarantee", "500000", "insured", "2030-12-31"));
                form.putAll(Map.of("guaranteeFrom", "2026-01-01", "guaranteeUntil", "2030-12-31"));
                form.putAll(Map.of("guarantor_line1", "2 rue du Test", "guarantor_postcode", "69002"));
                form.putAll(Map.of("guarantor_city", "Lyon", "guarantor_country", "FR"));
            }
            case ENTITY + "/choix" -> {
                form.putAll(Map.of("seen", "1", "month", "2027-06", "sole", "REFUSE", "association", "STATUTORY_3Y"));
                form.putAll(Map.of("references", "CIBS", "leave", "PAID_MONTHLY", "load", "10", "advance", "0"));
            }
            case ENTITY + "/frais-de-gestion" ->
                form.putAll(Map.of(
                        "seen", "1", "month", "2027-06", "model", "PERCENT", "rate", "7", "clause", "article 7"));
            case ENTITY + "/etablissement" -> {
                form.putAll(Map.of("seen", "1", "month", "2027-06", "headcount", "60", "vm", "2", "atmp", "0,9"));
                form.putAll(Map.of("mutuelle", "40", "share", "50", "alternants", "1"));
            }
            case PERSON + "/modification" -> {
                form.putAll(Map.of("seen", "1", "firstName", "Noé", "lastName", "Essai", "email", "noe@example.org"));
                form.putAll(Map.of("line1", "1 rue du Test", "postcode", "69001", "city", "Lyon", "country", "FR"));
                form.putAll(Map.of("birthDate", "1988-04-12", "entry", "2025-01-06"));
            }
            case PERSON + "/iban" -> {
                form.putAll(Map.of("seen", "1", "checked", "on"));
                form.put("iban", Fictional.iban(Fictional.next()).value());
            }
            case PERSON + "/contrat" ->
                form.putAll(Map.of("seen", "1", "month", "2026-12", "job", "Formateur", "hours", "28"));
            case PERSON + "/taux" -> form.putAll(Map.of("seen", "1", "month", "2026-12", "withholding", "7,5"));
            case CLIENT_EDIT -> {
                form.putAll(Map.of("seen", "1", "name", "Nouvelle Enseigne", "email", "enseigne@example.com"));
                form.putAll(Map.of("line1", "3 quai du Test", "postcode", "69002", "city", "Lyon", "country", "FR"));
                form.putAll(Map.of("term", "45", "kind", "COMPANY"));
                form.put("siren", Fictional.siren(Fictional.next()).value());
            }
            case "/clients" -> {
                form.putAll(Map.of("type", "CONSUMER", "nom", "Dominique Particulier"));
                form.putAll(Map.of("email", "dominique@example.org", "adresse", "2 rue du Test"));
                form.putAll(Map.of("codepostal", "69003", "ville", "Lyon"));
            }
            case "/missions" -> {
                form.putAll(Map.of("client", client.toString(), "titre", "Conseil", "prix", "500", "tva", "20"));
                form.putAll(Map.of("activite", "conseil-organisation", "debut", "01/11/2026", "fin", "30/11/2026"));
                form.putAll(Map.of("mode", "DAY", "jours", "10", "destination", "BUSINESS"));
                form.putAll(Map.of("motif", "MISSING_EXPERTISE", "domicile", "non", "biens", "non"));
                form.putAll(Map.of("reglementee", "non", "dangereux", "non", "greve", "non"));
            }
            case "/activite" -> {
                form.putAll(Map.of("mois", "2026-10", "acte", "brouillon"));
                form.putAll(Map.of("j05m", "MISSION:" + mission, "j05a", "MISSION:" + mission));
            }
            default -> {
                form.putAll(Map.of("mois", "2026-10", "date", "05/10/2026", "libelle", "Train", "ttc", "20,00"));
                form.putAll(Map.of("categorie", "TRAVEL", "tva", "1,82"));
            }
        }
        return form;
    }

    private static String nir() {
        return Fictional.nir(LocalDate.parse("1991-03-07"), Fictional.next()).value();
    }

    private Client browser(Form form) {
        var browser = new Client(port);
        var who = form.path().startsWith(ENTITY)
                ? someoneOf(identity, operator.group(), operator.id(), Role.DIRECTOR)
                : form.path().startsWith("/bureau") ? gestionnaire : camille;
        assertThat(browser.signIn(who.email(), SomeUsers.PASSWORD).statusCode()).isEqualTo(303);
        browser.get("/sessions");
        return browser;
    }

    /// The same browser fifty times over: one session, one token.
    private ArrayList<HttpResponse<String>> atOnce(Client browser, Function<Client, HttpResponse<String>> post)
            throws Exception {
        var barrier = new CyclicBarrier(POSTS);
        var answers = new ArrayList<HttpResponse<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < POSTS; i++) {
                var twin = new Client(port).token(browser.token());
                twin.cookies().putAll(browser.cookies());
                futures.add(threads.submit(() -> {
                    barrier.await();
                    return post.apply(twin);
                }));
            }
            for (var future : futures) answers.add(future.get());
        }
        return answers;
    }

    private int rows(String table) {
        var count = new int[1];
        Scopes.run(
                Scope.NONE,
                () -> count[0] = every.sql()
                        .sql("select count(*) from " + table + " where operator_id = ?")
                        .param(operator.id().value())
                        .query(Integer.class)
                        .single());
        return count[0];
    }
}
