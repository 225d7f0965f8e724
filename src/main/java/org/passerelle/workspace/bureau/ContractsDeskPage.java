package org.passerelle.workspace.bureau;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.contracts.ClientPapers;
import org.passerelle.contracts.Consent;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.ContractState;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.Fact.At;
import org.passerelle.contracts.Label;
import org.passerelle.contracts.Missing;
import org.passerelle.contracts.PaperKind;
import org.passerelle.contracts.Party;
import org.passerelle.contracts.Sending;
import org.passerelle.contracts.Signature;
import org.passerelle.contracts.Signing;
import org.passerelle.contracts.SigningReminders;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.ContractId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Severity;
import org.passerelle.operators.Operators;
import org.passerelle.people.People;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.FindingCard;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The entity's papers: drawn up, completed, sent, signed for the company, taken back.
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
@RequestMapping("/bureau/{operator}/contrats")
class ContractsDeskPage {

    private static final String SHEET = "workspace/bureau/sheet";
    private static final String FORM = "workspace/bureau/form";

    private final Desks desks;
    private final Contracts contracts;
    private final ContractList list;
    private final People people;
    private final Operators operators;
    private final SigningReminders reminders;
    private final ClientPapers clientPapers;
    private final Clock clock;

    ContractsDeskPage(
            Desks desks,
            Contracts contracts,
            ContractList list,
            People people,
            Operators operators,
            SigningReminders reminders,
            ClientPapers clientPapers,
            Clock clock) {
        this.desks = desks;
        this.contracts = contracts;
        this.list = list;
        this.people = people;
        this.operators = operators;
        this.reminders = reminders;
        this.clientPapers = clientPapers;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.CONTRACTS, t);
        var all = contracts.all(desk.operator());
        var sheet = Sheet.titled(t.localize("bureau.place.CONTRACTS"))
                .list(list.of(
                        desk,
                        t.localize("contracts.desk.open"),
                        all.stream()
                                .filter(one -> !one.stateAt(clock.instant()).isOver())
                                .toList(),
                        t))
                .list(list.of(
                        desk,
                        t.localize("contracts.desk.over"),
                        all.stream()
                                .filter(one -> one.stateAt(clock.instant()).isOver())
                                .toList(),
                        t));
        var seals = contracts.sealsOf(desk.operator());
        sheet.facts(
                t.localize("contracts.seal"),
                seals.isEmpty()
                        ? List.of(Fact.of(t.localize("contracts.seal.number"), t.localize("contracts.seal.none")))
                        : List.of(
                                Fact.of(
                                        t.localize("contracts.seal.number"),
                                        Integer.toString(seals.getLast().number())),
                                Fact.of(
                                        t.localize("contracts.seal.since"),
                                        t.date(Days.of(seals.getLast().madeAt()))),
                                Fact.of(
                                        t.localize("contracts.seal.until"),
                                        t.date(Days.of(seals.getLast().until()))),
                                Fact.of(
                                        t.localize("contracts.seal.serial"),
                                        seals.getLast().serial())));
        if (who.has(desk.operator(), Role.GESTIONNAIRE)) {
            sheet.link(t.localize("contracts.house"), desk.href("contrats/societe"));
        }
        if (who.has(desk.operator(), Role.DIRECTOR)) {
            int seen = seals.isEmpty() ? 0 : seals.getLast().number();
            sheet.act(Act.saying(
                    t.localize("contracts.seal.renew"),
                    t.localize("contracts.seal.renew.hint"),
                    desk.href("contrats/cachets") + "?seen=" + seen));
        }
        return Partials.page(SHEET, Map.of("desk", desk, "sheet", sheet.done()));
    }

    /// A paper of a person or of a mission is drawn up.
    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping
    ModelAndView draft(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.CONTRACTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var intent = Desks.intent(typed);
        var person = people.get(PersonId.of(typed.text("person")));
        if (!person.operator().equals(desk.operator())) throw Desks.notHere();
        var mission = typed.value("mission", MissionId::of);
        var contract = contracts.draft(kind(typed.text("kind")), person.id(), mission, intent);
        return Partials.seeOther(desk.href("contrats/" + contract.id()), Toast.ok("contracts.desk.drafted"));
    }

    private static PaperKind kind(String text) {
        try {
            return PaperKind.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("contract.kind", "");
        }
    }

    /// A new key for the seal.
    @OpenTo(Role.DIRECTOR)
    @PostMapping("/cachets")
    ModelAndView renew(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.CONTRACTS, t);
        Desks.require(who, desk, Role.DIRECTOR);
        contracts.renewSeal(desk.operator(), Desks.seen(typed));
        return Partials.seeOther(desk.href("contrats"), Toast.ok("contracts.seal.renewed"));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @GetMapping("/societe")
    ModelAndView house(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.CONTRACTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        return Partials.page(FORM, Map.of("desk", desk, "form", houseForm(desk, null, t)));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/societe")
    ModelAndView sayHouse(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.CONTRACTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var said = read(houseFacts(desk), typed, t);
        if (typed.hasErrors()) {
            return Partials.unprocessable(FORM, Map.of("desk", desk, "form", houseForm(desk, typed, t)));
        }
        contracts.sayHouse(desk.operator(), said);
        return Partials.seeOther(desk.href("contrats"), Toast.ok("contracts.house.said"));
    }

    @GetMapping("/{contract}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID contract, Texts t) {
        var desk = desks.at(who, operator, Place.CONTRACTS, t);
        return Partials.page(
                SHEET,
                Map.of("desk", desk, "sheet", sheet(desk, who, find(desk, contract), new Typed(Map.of(), t), t)));
    }

    @GetMapping("/{contract}/fichier")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID contract, Texts t) {
        var found = find(desks.at(who, operator, Place.CONTRACTS, t), contract);
        return Downloads.attachment(found.code() + ".pdf", "application/pdf", contracts.pdf(found.id()));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @GetMapping("/{contract}/contenu")
    ModelAndView content(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID contract, Texts t) {
        var desk = desks.at(who, operator, Place.CONTRACTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        return Partials.page(FORM, Map.of("desk", desk, "form", contentForm(desk, find(desk, contract), null, t)));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{contract}/contenu")
    ModelAndView say(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID contract,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.CONTRACTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var found = find(desk, contract);
        var said = read(Contracts.asked(found.kind(), At.PAPER), typed, t);
        if (typed.hasErrors()) {
            return Partials.unprocessable(FORM, Map.of("desk", desk, "form", contentForm(desk, found, typed, t)));
        }
        if (found.state() == ContractState.DRAFT) contracts.say(found.id(), said);
        return Partials.seeOther(desk.href("contrats/" + found.id()), Toast.ok("contracts.desk.said"));
    }

    /// Sends it to be signed; refused while a mandatory mention is missing.
    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{contract}/envoi")
    ModelAndView send(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID contract,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.CONTRACTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var found = find(desk, contract);
        return switch (contracts.send(found.id())) {
            case Sending.Sent(var sent) ->
                Partials.seeOther(desk.href("contrats/" + sent.id()), Toast.ok("contracts.desk.sent"));
            case Sending.Incomplete _, Sending.Unlawful _ ->
                Partials.unprocessable(SHEET, Map.of("desk", desk, "sheet", sheet(desk, who, found, typed, t)));
        };
    }

    /// The director signs for the company.
    @OpenTo(Role.DIRECTOR)
    @PostMapping("/{contract}/signature")
    ModelAndView sign(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID contract,
            HttpServletRequest request,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.CONTRACTS, t);
        Desks.require(who, desk, Role.DIRECTOR);
        var found = find(desk, contract);
        if (!typed.checked("consent")) typed.refuse("consent", t.localize("contracts.sign.consent.must"));
        if (!typed.hasErrors()) {
            var consent =
                    new Consent(who.name(), operators.get(desk.operator()).email(), request.getRemoteAddr(), null);
            switch (contracts.sign(found.id(), Party.OPERATOR, Signature.How.SIGN_IN, consent)) {
                case Signing.Signed(var signed) -> {
                    return Partials.seeOther(desk.href("contrats/" + signed.id()), Toast.ok("contracts.sign.done"));
                }
                case Signing.NotNow(var _, var why) ->
                    typed.refuse("consent", t.localize("contracts.sign.why." + why.name()));
            }
        }
        return Partials.unprocessable(SHEET, Map.of("desk", desk, "sheet", sheet(desk, who, found, typed, t)));
    }

    /// Whose turn it is is asked again.
    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{contract}/relance")
    ModelAndView again(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID contract, Texts t) {
        var desk = desks.at(who, operator, Place.CONTRACTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var found = find(desk, contract);
        var here = desk.href("contrats/" + found.id());
        if (!reminders.mayAskAgain(found)) return Partials.seeOther(here, Toast.warn("contracts.again.rest", ""));
        reminders.again(found.id());
        return Partials.seeOther(here, Toast.ok("contracts.again.done"));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{contract}/retrait")
    ModelAndView withdraw(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID contract,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.CONTRACTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var found = find(desk, contract);
        var reason = typed.mustText("reason");
        if (typed.hasErrors()) {
            return Partials.unprocessable(SHEET, Map.of("desk", desk, "sheet", sheet(desk, who, found, typed, t)));
        }
        contracts.withdraw(found.id(), reason);
        return Partials.seeOther(desk.href("contrats/" + found.id()), Toast.ok("contracts.desk.withdrawn"));
    }

    private Contract find(Desk desk, UUID id) {
        return contracts
                .find(new ContractId(id))
                .filter(one -> one.operator().equals(desk.operator()))
                .orElseThrow();
    }

    private static Map<String, String> read(List<org.passerelle.contracts.Fact> facts, Typed typed, Texts t) {
        var said = new LinkedHashMap<String, String>();
        for (var fact : facts) {
            var text = typed.text(fact.key());
            if (text.length() > 2000) typed.refuse(fact.key(), t.localize("value.contract.fact"));
            var day = fact.isDay() ? typed.value(fact.key(), Typed::date) : null;
            var sum = fact.isSum() ? typed.value(fact.key(), Typed::money) : null;
            if (sum != null && !sum.isPositive()) {
                typed.refuse(fact.key(), t.error(new InvalidValue("money.positive", sum.toString())));
            }
            said.put(
                    fact.key(), sum != null ? sum.toBigDecimal().toPlainString() : day == null ? text : day.toString());
        }
        return said;
    }

    private List<org.passerelle.contracts.Fact> houseFacts(Desk desk) {
        var frame = operators.get(desk.operator()).frame();
        var facts = new ArrayList<org.passerelle.contracts.Fact>();
        for (var kind : PaperKind.values()) {
            if (!kind.belongsTo(frame)) continue;
            for (var fact : Contracts.asked(kind, At.HOUSE)) if (!facts.contains(fact)) facts.add(fact);
        }
        return facts;
    }

    private Form houseForm(Desk desk, @Nullable Typed typed, Texts t) {
        var house = contracts.house(desk.operator());
        var fields = fields(houseFacts(desk), house, typed, t);
        return Form.fresh(
                t.localize("contracts.house"),
                t.localize("contracts.house.lead"),
                desk.href("contrats/societe"),
                t.localize("contracts.save"),
                desk.href("contrats"),
                UUID.randomUUID(),
                List.of(new Form.Part(t.localize("contracts.house.part"), fields)),
                List.of(),
                typed != null);
    }

    private Form contentForm(Desk desk, Contract contract, @Nullable Typed typed, Texts t) {
        var fields = fields(Contracts.asked(contract.kind(), At.PAPER), contract.facts(), typed, t);
        return Form.fresh(
                t.localize("contracts.kind." + contract.kind().name()),
                t.localize("contracts.content.lead"),
                desk.href("contrats/" + contract.id() + "/contenu"),
                t.localize("contracts.save"),
                desk.href("contrats/" + contract.id()),
                UUID.randomUUID(),
                List.of(new Form.Part(contract.code(), fields)),
                List.of(),
                typed != null);
    }

    private static List<Field> fields(
            List<org.passerelle.contracts.Fact> facts, Map<String, String> said, @Nullable Typed typed, Texts t) {
        return facts.stream()
                .map(fact -> {
                    var field = Field.of(
                                    fact.isDay() ? "date" : fact.isSum() ? "money" : "textarea",
                                    fact.key(),
                                    capital(word(fact.label(), t)))
                            .hint(fact.usual().isEmpty() ? "" : t.localize("contracts.usual", fact.usual()));
                    return typed == null ? field.value(said.getOrDefault(fact.key(), "")) : typed.back(field);
                })
                .toList();
    }

    private Sheet sheet(Desk desk, SignedIn who, Contract contract, Typed typed, Texts t) {
        var state = contract.stateAt(clock.instant());
        var person = people.get(contract.person());
        var paper = contracts.paper(contract.id());
        var href = desk.href("contrats/" + contract.id());
        var closing = contract.closing();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.link(t.localize("bureau.col.person"), person.name(), desk.href("personnes/" + person.id())));
        var mission = contract.mission();
        if (mission != null) {
            facts.add(Fact.link(
                    t.localize("bureau.col.mission"),
                    t.localize("contracts.desk.mission"),
                    desk.href("missions/" + mission)));
        }
        clientPapers.of(contract).ifPresent(one -> facts.addAll(ClientPaperPage.facts(one, href, t)));
        var sent = contract.sent();
        if (sent != null) {
            facts.add(Fact.of(t.localize("contracts.desk.sent.on"), t.moment(sent.at())));
            facts.add(Fact.of(t.localize("contracts.desk.until"), t.moment(sent.expiresAt())));
        }
        for (var one : reminders.of(contract)) {
            facts.add(Fact.of(
                    t.localize(one.byHand() ? "contracts.again.by_hand" : "contracts.again.by_itself"),
                    t.localize("contracts.party." + one.party().name()) + ", " + t.moment(one.at())));
        }
        for (var one : contract.signatures()) {
            facts.add(Fact.of(
                    t.localize("contracts.party." + one.party().name()), one.name() + ", " + t.moment(one.at())));
        }
        if (contracts.isAheadOfFile(contract)) {
            facts.add(Fact.link(
                    t.localize("contracts.ahead"),
                    t.localize("contracts.ahead.text"),
                    desk.href("personnes/" + person.id())));
        }
        var sealed = contract.sealed();
        if (sealed != null) {
            facts.add(Fact.of(t.localize("contracts.desk.sealed"), sealed.sha256()));
            facts.add(Fact.of(
                    t.localize("contracts.desk.time"),
                    t.localize(sealed.timeStamped() ? "contracts.desk.time.stamped" : "contracts.desk.time.house")));
        }
        var sheet = Sheet.titled(t.localize("contracts.kind." + contract.kind().name()))
                .above(contract.code() + " · " + person.name())
                .in(list.state(contract, t), ContractList.tone(state))
                .saying(closing == null ? "" : closing.reason())
                .found(Stream.concat(
                                paper.missing().stream().map(one -> card(one, t)),
                                FindingCard.of(contracts.obstacles(contract), t).stream())
                        .toList())
                .facts(t.localize("contracts.desk.facts"), facts)
                .link(t.localize("contracts.desk.pdf"), href + "/fichier");
        if (who.has(desk.operator(), Role.GESTIONNAIRE)) {
            if (reminders.mayAskAgain(contract)) {
                var whose = contract.next(Contracts.signers(contract.kind())).orElseThrow();
                sheet.act(Act.saying(
                        t.localize("contracts.again"),
                        t.localize("contracts.again.hint", t.localize("contracts.party." + whose)),
                        href + "/relance"));
            }
            prepared(sheet, contract, state, href, typed, t);
        }
        boolean companysTurn = contract.next(Contracts.signers(contract.kind())).orElse(null) == Party.OPERATOR;
        if (state == ContractState.TO_SIGN && companysTurn && who.has(desk.operator(), Role.DIRECTOR)) {
            sheet.act(Act.saying(
                    t.localize("contracts.sign.button"),
                    t.localize("contracts.desk.sign.hint", who.name()),
                    href + "/signature",
                    typed.back(Field.of("checkbox", "consent", t.localize("contracts.sign.consent")))));
        }
        return sheet.done();
    }

    private static void prepared(
            Sheet.Builder sheet, Contract contract, ContractState state, String href, Typed typed, Texts t) {
        if (state == ContractState.DRAFT) {
            sheet.link(t.localize("contracts.desk.content"), href + "/contenu");
            if (contract.kind() == PaperKind.COMMERCIAL_SUPPLEMENT) {
                sheet.link(t.localize("contracts.annex"), href + "/contrat-client");
            }
            sheet.act(Act.main(
                    t.localize("contracts.desk.send"), t.localize("contracts.desk.send.hint"), href + "/envoi"));
        }
        if (!state.isOver()) {
            sheet.act(Act.saying(
                    t.localize("contracts.desk.withdraw"),
                    "",
                    href + "/retrait",
                    typed.back(Field.text("reason", t.localize("contracts.desk.withdraw.why"))
                            .must())));
        }
    }

    private FindingCard card(Missing missing, Texts t) {
        var mention = missing.mention();
        var facts = missing.facts().stream().map(fact -> word(fact.label(), t)).collect(Collectors.joining(", "));
        var places = missing.facts().stream()
                .map(fact -> t.localize("contracts.missing.at." + fact.at().name()))
                .distinct()
                .collect(Collectors.joining(", "));
        return new FindingCard(
                mention.rule(),
                Severity.REFUSE,
                mention.article(),
                t.localize("contracts.missing", word(mention.label(), t)),
                facts.isEmpty()
                        ? t.localize("contracts.missing.clause")
                        : t.localize("contracts.missing.fill", facts, places),
                null,
                t.localize("ui.finding.on", t.date(Days.today(clock))));
    }

    static String word(Label label, Texts t) {
        return t.code().equals("fr") ? label.fr() : label.en();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
