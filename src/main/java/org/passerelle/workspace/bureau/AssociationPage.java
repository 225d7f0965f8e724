package org.passerelle.workspace.bureau;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.documents.Documents;
import org.passerelle.frames.AssociationPolicy;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Operators;
import org.passerelle.operators.SignOff;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The four ways with the three-year rule (CA-40): what each means, which one is in force, and the legal opinions that
/// two
/// of them need before they may be chosen.
@Controller
@OpenTo(Role.DIRECTOR)
@RequestMapping("/bureau/{operator}/societe/association")
class AssociationPage {

    private final Desks desks;
    private final Operators operators;
    private final Documents documents;
    private final SignOffs signOffs;

    AssociationPage(Desks desks, Operators operators, Documents documents, SignOffs signOffs) {
        this.desks = desks;
        this.operators = operators;
        this.documents = documents;
        this.signOffs = signOffs;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desk(who, operator, t);
        if (!concerns(desk)) return Partials.seeOther(desk.href("societe"), Toast.warn("bureau.association.other", ""));
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, null, t)));
    }

    @PostMapping
    ModelAndView keep(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @RequestParam(name = "avis") Optional<MultipartFile> paper,
            Typed typed,
            Texts t)
            throws java.io.IOException {
        var desk = desk(who, operator, t);
        if (!concerns(desk)) throw Desks.notHere();
        var policy = typed.must("association", text -> Typed.choice(AssociationPolicy.class, text));
        var name = typed.mustText("auteur");
        var day = typed.must("date", Typed::date);
        var file = paper.filter(one -> !one.isEmpty());
        if (file.isEmpty()) typed.refuse("avis", t.localize("bureau.association.paper.must"));
        if (!typed.hasErrors() && policy != null && name != null && day != null) {
            try {
                signOffs.keep(
                        desk.operator(),
                        document -> new SignOff(policy, name, day, document),
                        file.orElseThrow().getBytes(),
                        Desks.intent(typed));
                return Partials.seeOther(desk.href("societe/association"), Toast.ok("bureau.association.kept"));
            } catch (InvalidValue e) {
                typed.refuse(field(e), t.error(e));
            }
        }
        return Partials.unprocessable("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, typed, t)));
    }

    /// The opinion itself; where there is none of that rank, back to the page.
    @GetMapping("/avis")
    Object paper(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @RequestParam(defaultValue = "0") int rang,
            Texts t) {
        var desk = desk(who, operator, t);
        var kept = operators.signOffs(desk.operator());
        if (rang < 0 || rang >= kept.size()) {
            return Partials.seeOther(desk.href("societe/association"), Toast.warn("bureau.association.none", ""));
        }
        return Downloads.attachment(
                "avis-association.pdf",
                "application/pdf",
                documents.content(kept.get(rang).document()));
    }

    private static String field(InvalidValue e) {
        return switch (e.code()) {
            case "sign_off.policy" -> "association";
            case "sign_off.name" -> "auteur";
            default -> "avis";
        };
    }

    private Desk desk(SignedIn who, UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.ENTITY, t);
        Desks.require(who, desk, Role.DIRECTOR);
        return desk;
    }

    /// The rule is one of cooperatives; elsewhere the page leads back.
    private boolean concerns(Desk desk) {
        return operators.get(desk.operator()).isCooperative();
    }

    private Sheet sheet(Desk desk, @Nullable Typed typed, Texts t) {
        Operator entity = operators.get(desk.operator());
        var chosen = entity.policies().association();
        var kept = operators.signOffs(desk.operator());
        var policies = Arrays.stream(AssociationPolicy.values())
                .map(policy -> List.of(
                        Cell.text(
                                t.localize("bureau.policy.association." + policy),
                                t.localize("bureau.association.means." + policy)),
                        Cell.text(
                                policy == chosen
                                        ? t.localize("bureau.association.chosen")
                                        : SignOff.isNeededFor(policy)
                                                        && kept.stream().noneMatch(one -> one.policy() == policy)
                                                ? t.localize("bureau.association.needs")
                                                : t.localize("bureau.association.free"))))
                .toList();
        var opinions = java.util.stream.IntStream.range(0, kept.size())
                .mapToObj(rank -> opinion(desk, kept.get(rank), rank, t))
                .toList();
        var sheet = Sheet.titled(t.localize("bureau.association.link"))
                .saying(t.localize("bureau.association.lead"))
                .link(t.localize("bureau.entity.choix.link"), desk.href("societe/choix"))
                .list(new Listing(
                        t.localize("bureau.policy.association"),
                        List.of(
                                Column.text(t.localize("bureau.association.policy")),
                                Column.text(t.localize("bureau.col.state"))),
                        policies,
                        ""))
                .list(new Listing(
                        t.localize("bureau.association.opinions"),
                        List.of(
                                Column.text(t.localize("bureau.association.author")),
                                Column.text(t.localize("bureau.association.policy")),
                                Column.text(t.localize("bureau.association.date"))),
                        opinions,
                        t.localize("bureau.association.none")));
        return sheet.act(Act.sending(
                        t.localize("bureau.association.keep"),
                        t.localize("bureau.association.keep.hint"),
                        desk.href("societe/association"),
                        fields(typed, t)))
                .done();
    }

    private static List<Cell> opinion(Desk desk, SignOff one, int rank, Texts t) {
        return List.of(
                Cell.link(one.givenBy(), "", desk.href("societe/association/avis?rang=" + rank)),
                Cell.text(t.localize("bureau.policy.association." + one.policy())),
                Cell.text(t.date(one.givenOn())));
    }

    private static Field[] fields(@Nullable Typed typed, Texts t) {
        var options = Arrays.stream(AssociationPolicy.values())
                .filter(SignOff::isNeededFor)
                .map(policy -> new Option(
                        policy.name(),
                        t.localize("bureau.policy.association." + policy),
                        typed != null && typed.text("association").equals(policy.name())))
                .toList();
        var all = List.of(
                Field.select("association", t.localize("bureau.association.policy"), options),
                Field.text("auteur", t.localize("bureau.association.author"))
                        .must()
                        .hint(t.localize("bureau.association.author.hint")),
                Field.of("date", "date", t.localize("bureau.association.date")).must(),
                Field.of("file", "avis", t.localize("bureau.association.paper")).must());
        return all.stream()
                .map(field -> typed == null || field.kind().equals("select") ? field : typed.back(field))
                .toArray(Field[]::new);
    }
}
