package org.passerelle.workspace.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.contracts.Consent;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.ContractState;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.Drawing;
import org.passerelle.contracts.Party;
import org.passerelle.contracts.Signature;
import org.passerelle.contracts.Signing;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.ContractId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.people.Person;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Field;
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

/// My papers: read, signed or refused in my account; a copy of what the client signed (PS-55).
@Controller
@OpenTo(Role.FREELANCER)
@RequestMapping("/contrats")
class ContractsPage {

    private static final String ONE = "workspace/contract";

    private final MyFile files;
    private final Contracts contracts;
    private final Clock clock;

    ContractsPage(MyFile files, Contracts contracts, Clock clock) {
        this.files = files;
        this.contracts = contracts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, Texts t) {
        var me = files.of(who);
        var rows = contracts.of(me.operator(), me.id()).stream()
                .filter(ContractsPage::isShown)
                .map(contract -> row(contract, clock.instant(), t))
                .toList();
        return Partials.page("workspace/contracts", Map.of("view", new ContractsView(rows)));
    }

    @GetMapping("/{contract}")
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable("contract") String id, Typed typed, Texts t) {
        return Partials.page(ONE, Map.of("view", view(mine(files.of(who), id), new Typed(Map.of(), t), t)));
    }

    @GetMapping("/{contract}/fichier")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal SignedIn who, @PathVariable("contract") String id) {
        var contract = mine(files.of(who), id);
        return Downloads.attachment(contract.code() + ".pdf", "application/pdf", contracts.pdf(contract.id()));
    }

    @PostMapping("/{contract}/signature")
    ModelAndView sign(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("contract") String id,
            HttpServletRequest request,
            Typed typed,
            Texts t) {
        var me = files.of(who);
        var contract = mine(me, id);
        var consent = consent(typed, me.email(), request.getRemoteAddr(), t);
        if (consent == null) return again(contract, typed, t);
        return switch (contracts.sign(contract.id(), Party.WORKER, Signature.How.SIGN_IN, consent)) {
            case Signing.Signed(var signed) ->
                Partials.seeOther("/contrats/" + signed.id(), Toast.ok("contracts.sign.done"));
            case Signing.NotNow(var now, var why) -> {
                typed.refuse("name", t.localize("contracts.sign.why." + why.name()));
                yield again(now, typed, t);
            }
        };
    }

    @PostMapping("/{contract}/refus")
    ModelAndView refuse(
            @AuthenticationPrincipal SignedIn who, @PathVariable("contract") String id, Typed typed, Texts t) {
        var contract = mine(files.of(who), id);
        var reason = typed.mustText("reason");
        if (typed.hasErrors()) return again(contract, typed, t);
        if (isMyTurn(contract)) contracts.refuse(contract.id(), Party.WORKER, reason);
        return Partials.seeOther("/contrats/" + contract.id(), Toast.ok("contracts.sign.refused"));
    }

    private static @Nullable Consent consent(Typed typed, String email, String address, Texts t) {
        var name = typed.mustText("name");
        if (!typed.checked("consent")) typed.refuse("consent", t.localize("contracts.sign.consent.must"));
        var drawing = typed.value("drawing", Drawing::of);
        if (typed.hasErrors()) return null;
        try {
            return new Consent(name, email, address, drawing);
        } catch (InvalidValue e) {
            typed.refuse("name", t.error(e));
            return null;
        }
    }

    private ModelAndView again(Contract contract, Typed typed, Texts t) {
        return Partials.unprocessable(ONE, Map.of("view", view(contract, typed, t)));
    }

    /// @throws java.util.NoSuchElementException for a draft and for what is a colleague's: for me it does not exist
    private Contract mine(Person me, String id) {
        return contracts
                .find(ContractId.of(id))
                .filter(found -> found.person().equals(me.id()) && isShown(found))
                .orElseThrow();
    }

    static ContractsView.Row row(Contract contract, Instant now, Texts t) {
        var state = contract.stateAt(now);
        return new ContractsView.Row(
                "/contrats/" + contract.id(),
                t.localize("contracts.kind." + contract.kind().name()),
                contract.code(),
                t.date(Days.of(contract.draftedAt())),
                t.localize("contracts.state." + state.name()),
                tone(state));
    }

    static boolean isShown(Contract contract) {
        return contract.sent() != null;
    }

    private boolean isMyTurn(Contract contract) {
        return contract.stateAt(clock.instant()) == ContractState.TO_SIGN
                && contract.next(Contracts.signers(contract.kind())).orElse(null) == Party.WORKER;
    }

    private ContractsView.One view(Contract contract, Typed typed, Texts t) {
        var state = contract.stateAt(clock.instant());
        boolean mine = isMyTurn(contract);
        var closing = contract.closing();
        var next = contract.next(Contracts.signers(contract.kind()));
        var notice = closing != null
                ? closing.reason()
                : mine || next.isEmpty() || state != ContractState.TO_SIGN
                        ? ""
                        : t.localize("contracts.waits." + next.get().name());
        return new ContractsView.One(
                t.localize("contracts.kind." + contract.kind().name()),
                contract.code(),
                t.localize("contracts.state." + state.name()),
                tone(state),
                notice,
                "/contrats/" + contract.id(),
                mine,
                List.of(
                        typed.back(Field.text("name", t.localize("contracts.sign.name"))
                                .autocomplete("name")
                                .must()),
                        typed.back(Field.of("checkbox", "consent", t.localize("contracts.sign.consent")))),
                typed.back(Field.of("textarea", "reason", t.localize("contracts.sign.reason"))
                        .must()),
                contract.signatures().stream()
                        .map(one -> t.localize(
                                "contracts.signed.by",
                                t.localize("contracts.party." + one.party().name()),
                                one.name(),
                                t.moment(one.at())))
                        .toList(),
                typed.hasErrors(),
                UUID.randomUUID());
    }

    private static String tone(ContractState state) {
        return switch (state) {
            case DRAFT, WITHDRAWN -> "quiet";
            case TO_SIGN -> "warn";
            case SIGNED -> "ok";
            case REFUSED, EXPIRED -> "refuse";
        };
    }
}
