package org.passerelle.contracts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.contracts.ClientPaper;
import org.passerelle.contracts.ClientPapers;
import org.passerelle.contracts.Consent;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.ContractState;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.Drawing;
import org.passerelle.contracts.Invitations;
import org.passerelle.contracts.Party;
import org.passerelle.contracts.Renunciations;
import org.passerelle.contracts.Signature;
import org.passerelle.contracts.Signing;
import org.passerelle.contracts.store.InvitationStore;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.operators.Operators;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The client reads, signs or refuses with the link that came by mail. The link names one paper of one entity and opens
/// nothing else; a code by mail says that it is the client.
@Controller
@OpenToVisitors
@RequestMapping("/signature/{token}")
class SigningPage {

    private static final String PAGE = "contracts/signing";
    private static final String RENOUNCE = "contracts/renunciation";
    private static final int LONGEST_NAME = 120;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}");

    private final Contracts contracts;
    private final Invitations invitations;
    private final Renunciations renunciations;
    private final ClientPapers clientPapers;
    private final InvitationStore tries;
    private final Operators operators;
    private final Clock clock;

    SigningPage(
            Contracts contracts,
            Invitations invitations,
            Renunciations renunciations,
            ClientPapers clientPapers,
            InvitationStore tries,
            Operators operators,
            Clock clock) {
        this.contracts = contracts;
        this.invitations = invitations;
        this.renunciations = renunciations;
        this.clientPapers = clientPapers;
        this.tries = tries;
        this.operators = operators;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Typed typed, Texts t) {
        return within(token, () -> Partials.page(PAGE, Map.of("view", view(token, typed, t))));
    }

    @GetMapping("/document")
    ResponseEntity<byte[]> document(@PathVariable String token) {
        return within(token, () -> {
            var contract = contracts.get(link(token).contract());
            return Downloads.attachment(contract.code() + ".pdf", "application/pdf", contracts.pdf(contract.id()));
        });
    }

    /// The client's own contract that the paper completes, as it was annexed.
    @GetMapping("/annexe")
    ResponseEntity<byte[]> annex(@PathVariable String token) {
        return within(token, () -> {
            var contract = contracts.get(link(token).contract());
            return Downloads.attachment(ClientPaper.ANNEX, "application/pdf", clientPapers.file(contract));
        });
    }

    @PostMapping("/code")
    ModelAndView code(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Texts t) {
        if (!tries.mayTry(request.getRemoteAddr(), clock.instant())) return later(response, token, t);
        return within(token, () -> {
            link(token);
            var sent = invitations.sendCode(invitations.operator(token), token);
            return Partials.seeOther(
                    base(token),
                    sent == Invitations.Code.SENT
                            ? Toast.ok("contracts.sign.code.sent")
                            : Toast.warn("contracts.sign.code." + sent.name(), ""));
        });
    }

    @PostMapping
    ModelAndView sign(
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Typed typed,
            Texts t) {
        if (!tries.mayTry(request.getRemoteAddr(), clock.instant())) return later(response, token, t);
        return within(token, () -> {
            var link = link(token);
            var contract = contracts.get(link.contract());
            if (hasSigned(contract)) return Partials.seeOther(base(token), Toast.ok("contracts.sign.done"));
            var consent = consent(typed, invitations.email(link.operator(), token), request.getRemoteAddr(), t);
            if (consent == null || !codeIsRight(link, token, typed, t)) return again(token, typed, t);
            return switch (contracts.sign(contract.id(), Party.CLIENT, Signature.How.EMAIL_CODE, consent)) {
                case Signing.Signed _ -> {
                    invitations.spend(link.operator(), token);
                    yield Partials.seeOther(base(token), Toast.ok("contracts.sign.done"));
                }
                case Signing.NotNow(var _, var why) -> {
                    typed.refuse("name", t.localize("contracts.sign.why." + why.name()));
                    yield again(token, typed, t);
                }
            };
        });
    }

    @PostMapping("/refus")
    ModelAndView refuse(
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Typed typed,
            Texts t) {
        if (!tries.mayTry(request.getRemoteAddr(), clock.instant())) return later(response, token, t);
        return within(token, () -> {
            var link = link(token);
            var reason = typed.mustText("reason");
            if (typed.hasErrors()) return again(token, typed, t);
            if (link.live()) {
                contracts.refuse(link.contract(), Party.CLIENT, reason);
                invitations.spend(link.operator(), token);
            }
            return Partials.seeOther(base(token), Toast.ok("contracts.sign.refused"));
        });
    }

    /// « renoncer au contrat ici » (CO-06): free, without an account, as long as the right lasts.
    @GetMapping("/retractation")
    ModelAndView renounce(@PathVariable String token, Typed typed, Texts t) {
        return within(token, () -> {
            var contract = contracts.get(link(token).contract());
            if (renunciations.openUntil(contract).isEmpty()) return Partials.seeOther(base(token));
            return Partials.page(RENOUNCE, Map.of("view", renunciation(token, contract, typed, t)));
        });
    }

    /// « confirmer la rétractation » (CO-06).
    @PostMapping("/retractation")
    ModelAndView confirm(
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Typed typed,
            Texts t) {
        if (!tries.mayTry(request.getRemoteAddr(), clock.instant())) return later(response, token, t);
        return within(token, () -> {
            var contract = contracts.get(link(token).contract());
            var name = typed.mustText("name");
            var email = typed.mustText("email");
            if (name.length() > LONGEST_NAME) typed.refuse("name", t.localize("value.name.long"));
            if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
                typed.refuse("email", t.localize("contracts.renounce.email.wrong"));
            }
            if (typed.hasErrors()) {
                return Partials.unprocessable(RENOUNCE, Map.of("view", renunciation(token, contract, typed, t)));
            }
            return renunciations.declare(contract, name, email).isPresent()
                    ? Partials.seeOther(base(token), Toast.ok("contracts.renounce.done"))
                    : Partials.seeOther(base(token), Toast.warn("contracts.renounce.over", ""));
        });
    }

    private RenunciationView renunciation(String token, Contract contract, Typed typed, Texts t) {
        var house = operators.get(contract.operator()).name();
        return new RenunciationView(
                t.localize("contracts.renounce.title"),
                house,
                t.localize(
                        "contracts.renounce.what",
                        contracts.paper(contract.id()).title(),
                        contract.code(),
                        house),
                List.of(
                        typed.back(Field.text("name", t.localize("contracts.sign.name"))
                                .autocomplete("name")
                                .must()),
                        typed.back(Field.of("email", "email", t.localize("contracts.renounce.email"))
                                .hint(t.localize("contracts.renounce.email.hint"))
                                .autocomplete("email")
                                .must())),
                typed.hasErrors(),
                base(token),
                UUID.randomUUID());
    }

    private boolean codeIsRight(Invitations.Link link, String token, Typed typed, Texts t) {
        var code = typed.mustText("code");
        if (typed.hasErrors()) return false;
        var judged = invitations.check(link.operator(), token, code);
        if (judged != Invitations.Code.RIGHT) typed.refuse("code", t.localize("contracts.sign.code." + judged.name()));
        return judged == Invitations.Code.RIGHT;
    }

    /// What was typed to sign with, or null when something is wrong.
    static @Nullable Consent consent(Typed typed, String email, String address, Texts t) {
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

    private ModelAndView again(String token, Typed typed, Texts t) {
        return Partials.unprocessable(PAGE, Map.of("view", view(token, typed, t)));
    }

    private ModelAndView later(HttpServletResponse response, String token, Texts t) {
        response.setHeader("Retry-After", "60");
        return within(token, () -> {
            var typed = new Typed(Map.of(), t);
            typed.refuse("code", t.localize("contracts.sign.later"));
            var answer = new ModelAndView(PAGE, Map.of("view", view(token, typed, t)));
            answer.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            return answer;
        });
    }

    private Invitations.Link link(String token) {
        return invitations.find(invitations.operator(token), token).orElseThrow();
    }

    /// In the scope of the entity that the link names, and of no other.
    private <T> T within(String token, Callable<T> work) {
        var operator = Invitations.operatorOf(token).orElseThrow(() -> new NoSuchElementException("no link"));
        try {
            return Scopes.call(Scope.of("client link", operator), () -> work.call());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasSigned(Contract contract) {
        return contract.signatures().stream().anyMatch(one -> one.party() == Party.CLIENT);
    }

    private static String base(String token) {
        return "/signature/" + token;
    }

    private SigningView view(String token, Typed typed, Texts t) {
        var link = link(token);
        var contract = contracts.get(link.contract());
        var state = contract.stateAt(clock.instant());
        boolean mine = contract.next(Contracts.signers(contract.kind())).orElse(null) == Party.CLIENT;
        boolean open = link.live() && mine && state == ContractState.TO_SIGN;
        var code = Field.of("number", "code", t.localize("contracts.sign.code"))
                .hint(t.localize("contracts.sign.code.hint", link.email()))
                .autocomplete("one-time-code")
                .must();
        return new SigningView(
                contracts.paper(contract.id()).title(),
                operators.get(contract.operator()).name(),
                contract.code(),
                t.localize("contracts.state." + state.name()),
                tone(state),
                renunciations
                        .of(contract)
                        .map(one -> t.localize("contracts.renounce.received", t.moment(one.at())))
                        .orElseGet(() -> notice(contract, state, open, t)),
                state == ContractState.SIGNED || hasSigned(contract) ? "ok" : "info",
                link.email(),
                open,
                link.codeSent() ? typed.back(code) : null,
                fields(typed, t),
                typed.back(Field.of("textarea", "reason", t.localize("contracts.sign.reason"))
                        .must()),
                typed.hasErrors(),
                renunciations
                        .openUntil(contract)
                        .map(day -> t.localize("contracts.renounce.until", t.date(day)))
                        .orElse(""),
                clientPapers.of(contract).isPresent(),
                base(token),
                UUID.randomUUID());
    }

    private static String notice(Contract contract, ContractState state, boolean open, Texts t) {
        if (open) return "";
        if (hasSigned(contract) && state == ContractState.TO_SIGN) return t.localize("contracts.sign.waiting");
        return t.localize("contracts.sign.state." + state.name());
    }

    /// The name, and the box that says yes.
    static List<Field> fields(Typed typed, Texts t) {
        return List.of(
                typed.back(Field.text("name", t.localize("contracts.sign.name"))
                        .autocomplete("name")
                        .must()),
                typed.back(Field.of("checkbox", "consent", t.localize("contracts.sign.consent"))));
    }

    static String tone(ContractState state) {
        return switch (state) {
            case DRAFT -> "quiet";
            case TO_SIGN -> "warn";
            case SIGNED -> "ok";
            case REFUSED, EXPIRED -> "refuse";
            case WITHDRAWN -> "quiet";
        };
    }
}
