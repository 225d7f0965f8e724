package org.passerelle.contracts.core;

import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.clients.ClientBuilder.aConsumer;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.clients.Client;
import org.passerelle.contracts.Paper;
import org.passerelle.contracts.PaperKind;
import org.passerelle.contracts.Party;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.MissionId;
import org.passerelle.law.Laws;
import org.passerelle.missions.Mission;
import org.passerelle.missions.MissionState;
import org.passerelle.operators.Operator;
import org.passerelle.pay.PayEngine;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Person;

/// Each kind of paper with all that it needs; tests take away.
public final class SomePapers {

    public static final Instant MOMENT = Instant.parse("2026-10-02T08:00:00Z");
    private static final Laws LAWS = Laws.load();
    private static final PayEngine ENGINE = PayEngine.of(LAWS);

    private SomePapers() {}

    public static Map<String, String> facts(PaperKind kind) {
        var operator = operator(kind);
        var person = person(kind);
        var client = client(kind);
        return new LinkedHashMap<>(Facts.of(
                operator,
                person,
                client,
                mission(operator, person, client),
                HOUSE,
                PAPER,
                LAWS.on(LocalDate.parse("2026-10-02")),
                ENGINE));
    }

    public static final Map<String, String> HOUSE = Map.of(
            "house.signatory", "Maud Exemple, présidente",
            "house.pension", "Retraite de l’Exemple, 3 rue des Retraités, 75001 Paris",
            "house.provident", "Prévoyance de l’Exemple, 4 rue des Prévoyants, 75002 Paris",
            "house.statutes", "statuts du 20 mai 2026");

    public static final Map<String, String> PAPER = Map.of(
            "paper.project",
            "atelier de reliure à façon",
            "paper.skills",
            "reliure et conseil, douze ans d’expérience",
            "paper.change",
            "le prix passe à 480 € par jour",
            "paper.change_day",
            "2026-11-01",
            "paper.new_end_day",
            "2027-03-31",
            "paper.client_contract",
            "conditions d’achat CG-12 du 1er octobre 2026",
            "paper.shares",
            "une part de 50 €");

    public static Paper paper(PaperKind kind) {
        return paper(kind, facts(kind));
    }

    public static Paper paper(PaperKind kind, Map<String, String> facts) {
        return Templates.standard().of(kind).fill(facts, Templates.standard().facts());
    }

    public static byte[] toRead(PaperKind kind) {
        return toRead(paper(kind));
    }

    public static byte[] toRead(Paper paper) {
        return ContractPage.toRead(
                paper,
                "Portage de l'Exemple",
                "CT-2026-0001",
                List.of("Portage de l'Exemple, garant : Caution de l'Exemple"),
                signers(paper.kind()),
                List.of(),
                MOMENT);
    }

    private static Map<Party, String> signers(PaperKind kind) {
        var signers = new LinkedHashMap<Party, String>();
        for (var party : Templates.standard().of(kind).signers()) signers.put(party, "Camille Exemple");
        return signers;
    }

    private static Operator operator(PaperKind kind) {
        return switch (kind) {
            case PORTAGE_CDI,
                    PORTAGE_CDD,
                    MISSION_LETTER,
                    MISSION_AMENDMENT,
                    COMMERCIAL,
                    COMMERCIAL_AMENDMENT,
                    COMMERCIAL_SUPPLEMENT,
                    CDD_RENEWAL,
                    PROSPECTING_EXTENSION -> anOperator().build();
            case CAPE, CAPE_RENEWAL, CESA, MEMBERSHIP, CONSUMER_QUOTE ->
                aCooperative().build();
            case MANDATE ->
                anOperator()
                        .in(Frame.PORTAGE_ENTREPRENEURIAL)
                        .withoutGuarantee()
                        .build();
        };
    }

    private static Person person(PaperKind kind) {
        return switch (kind) {
            case PORTAGE_CDI,
                    MISSION_LETTER,
                    MISSION_AMENDMENT,
                    COMMERCIAL,
                    COMMERCIAL_AMENDMENT,
                    COMMERCIAL_SUPPLEMENT -> aPerson().build();
            case PORTAGE_CDD, CDD_RENEWAL, PROSPECTING_EXTENSION ->
                aPerson()
                        .under(ContractKind.CDD)
                        .from("2026-10-01")
                        .until("2026-12-31")
                        .build();
            case CAPE, CAPE_RENEWAL ->
                anEntrepreneur()
                        .under(ContractKind.CAPE)
                        .from("2026-10-01")
                        .until("2027-09-30")
                        .build();
            case CESA, MEMBERSHIP, CONSUMER_QUOTE -> anEntrepreneur().build();
            case MANDATE -> aPerson().under(ContractKind.MANDATE).registered().build();
        };
    }

    private static Client client(PaperKind kind) {
        return kind == PaperKind.CONSUMER_QUOTE
                ? aConsumer().build()
                : aClient().build();
    }

    private static Mission mission(Operator operator, Person person, Client client) {
        return new Mission(
                MissionId.random(),
                operator.id(),
                person.id(),
                client.id(),
                "M-001",
                aMission().build(),
                MissionState.AGREED,
                List.of(),
                List.of(),
                null);
    }
}
