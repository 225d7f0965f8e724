package org.passerelle.workspace.bureau;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.contracts.ClientPaper;
import org.passerelle.contracts.ClientPapers;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.ContractState;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.PaperKind;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.ContractId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The client's own contract beside the amendment that completes it: handed in, read, its mentions ticked.
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
@RequestMapping("/bureau/{operator}/contrats/{contract}/contrat-client")
class ClientPaperPage {

    private static final String SHEET = "workspace/bureau/sheet";

    private final Desks desks;
    private final Contracts contracts;
    private final ClientPapers papers;

    ClientPaperPage(Desks desks, Contracts contracts, ClientPapers papers) {
        this.desks = desks;
        this.contracts = contracts;
        this.papers = papers;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID contract,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.CONTRACTS, t);
        var found = find(desk, contract);
        if (found.kind() != PaperKind.COMMERCIAL_SUPPLEMENT) {
            return Partials.seeOther(desk.href("contrats/" + found.id()));
        }
        return Partials.page(SHEET, model(desk, who, found, null, typed, t));
    }

    @GetMapping("/fichier")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID contract, Texts t) {
        var desk = desks.at(who, operator, Place.CONTRACTS, t);
        var found = find(desk, contract);
        if (papers.of(found).isEmpty()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(desk.href("contrats/" + found.id())))
                    .build();
        }
        return Downloads.attachment(found.code() + "-client.pdf", "application/pdf", papers.file(found));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping
    ModelAndView annex(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID contract,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Typed typed,
            Texts t)
            throws IOException {
        var desk = desks.at(who, operator, Place.CONTRACTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var found = find(desk, contract);
        var back = desk.href("contrats/" + found.id());
        var intent = Desks.intent(typed);
        boolean open = found.kind() == PaperKind.COMMERCIAL_SUPPLEMENT && found.state() == ContractState.DRAFT;
        if (!open) return Partials.seeOther(back);
        var has = ClientPapers.mentions().stream()
                .map(one -> one.id())
                .filter(id -> typed.checked("has_" + id))
                .toList();
        try {
            var content = file == null || file.isEmpty() ? null : file.getBytes();
            var name = file == null ? null : file.getOriginalFilename();
            papers.annex(found.id(), content, name == null ? "" : name, has, intent);
        } catch (InvalidValue e) {
            return Partials.unprocessable(SHEET, model(desk, who, found, t.error(e), typed, t));
        }
        return Partials.seeOther(back, Toast.ok("contracts.annex.done"));
    }

    private Contract find(Desk desk, UUID id) {
        return contracts
                .find(new ContractId(id))
                .filter(one -> one.operator().equals(desk.operator()))
                .orElseThrow();
    }

    /// What is known of it, for this page and the amendment's.
    ///
    /// @param href of the amendment
    static List<Fact> facts(ClientPaper paper, String href, Texts t) {
        var lacks = paper.lacks(ClientPapers.mentions()).stream()
                .map(one -> ContractsDeskPage.word(one.label(), t) + " (" + one.article() + ")")
                .collect(Collectors.joining("\u00A0; "));
        return List.of(
                Fact.link(t.localize("contracts.annex.own"), paper.fileName(), href + "/contrat-client/fichier"),
                Fact.of(
                        t.localize("contracts.annex.lacks"),
                        lacks.isEmpty() ? t.localize("contracts.annex.lacks.none") : lacks),
                Fact.of(t.localize("contracts.annex.hash"), paper.sha256()));
    }

    private Map<String, Object> model(
            Desk desk, SignedIn who, Contract contract, @Nullable String wrong, Typed typed, Texts t) {
        var href = desk.href("contrats/" + contract.id());
        var before = papers.of(contract);
        var sheet = Sheet.titled(t.localize("contracts.annex"))
                .above(contract.code())
                .link(t.localize("contracts.kind." + contract.kind().name()), href);
        before.ifPresent(one -> sheet.facts(t.localize("contracts.annex.there"), facts(one, href, t)));
        if (contract.state() == ContractState.DRAFT && who.has(desk.operator(), Role.GESTIONNAIRE)) {
            var fields = new ArrayList<Field>();
            fields.add(Field.of("file", "file", t.localize("contracts.annex.file"))
                    .hint(t.localize(before.isPresent() ? "contracts.annex.file.again" : "contracts.annex.file.hint"))
                    .error(wrong));
            for (var mention : ClientPapers.mentions()) {
                var field = Field.of(
                        "checkbox",
                        "has_" + mention.id(),
                        t.localize(
                                "contracts.annex.has", ContractsDeskPage.word(mention.label(), t), mention.article()));
                boolean found =
                        before.map(one -> one.has().contains(mention.id())).orElse(false);
                fields.add(wrong == null ? field.value(found ? "on" : "") : typed.back(field));
            }
            sheet.act(Act.sending(
                    t.localize("contracts.annex.keep"),
                    t.localize("contracts.annex.hint"),
                    href + "/contrat-client",
                    fields.toArray(Field[]::new)));
        }
        return Map.of("desk", desk, "sheet", sheet.done());
    }
}
