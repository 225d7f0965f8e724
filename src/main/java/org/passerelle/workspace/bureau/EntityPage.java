package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Month;
import org.passerelle.operators.FeeModel;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Operators;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.FindingCard;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// The legal entity: its one frame, guarantee, insurer, fee with its vote, the rates and policies in force.
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.PAYROLL, Role.DIRECTOR, Role.ADMINISTRATOR})
class EntityPage {

    private final Desks desks;
    private final Operators operators;
    private final Clock clock;

    EntityPage(Desks desks, Operators operators, Clock clock) {
        this.desks = desks;
        this.operators = operators;
        this.clock = clock;
    }

    @GetMapping("/bureau/{operator}/societe")
    ModelAndView entity(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.ENTITY, t);
        var entity = operators.get(desk.operator());
        var rates = entity.establishment(Days.today(clock));
        var policies = entity.policies();
        var sheet = Sheet.titled(entity.name())
                .above(t.localize("frames.name." + entity.frame().name()))
                .saying(t.localize("bureau.entity.oneframe"))
                .found(FindingCard.of(operators.review(desk.operator()), t))
                .facts(
                        t.localize("bureau.entity.identity"),
                        Fact.of(t.localize("bureau.entity.form"), entity.legalForm()),
                        Fact.of(t.localize("bureau.entity.capital"), t.money(entity.capital())),
                        Fact.of("SIRET", entity.siret().value()),
                        Fact.of("RCS", entity.rcsCity()),
                        Fact.of(t.localize("bureau.client.vat"), entity.vat().value()),
                        Fact.of("APE", entity.ape()),
                        Fact.of(t.localize("bureau.address"), entity.address().oneLine()),
                        Fact.of("IBAN", entity.iban().masked()),
                        Fact.of(
                                t.localize("bureau.entity.agreement"),
                                entity.agreement().title()))
                .facts(t.localize("bureau.entity.cover"), cover(entity, t))
                .facts(
                        t.localize("bureau.entity.rates", t.date(rates.from())),
                        Fact.of(t.localize("bureau.entity.headcount"), Integer.toString(rates.headcount())),
                        Fact.of(t.localize("bureau.entity.vm"), t.percent(rates.versementMobilite())),
                        Fact.of(t.localize("bureau.entity.atmp"), t.percent(rates.atmp())),
                        Fact.of(t.localize("bureau.entity.mutuelle"), t.money(rates.mutuelleMonthly())),
                        Fact.of(t.localize("bureau.entity.share"), t.percent(rates.mutuelleEmployerShare())))
                .facts(
                        t.localize("bureau.entity.policies"),
                        Fact.of(
                                t.localize("bureau.policy.sole"),
                                t.localize("bureau.policy.sole."
                                        + policies.soleTrader().name())),
                        Fact.of(
                                t.localize("bureau.policy.leave"),
                                t.localize("bureau.policy.leave."
                                        + policies.leave().name())),
                        Fact.of(
                                t.localize("bureau.policy.signature"),
                                t.localize(policies.startBeforeSignature() ? "bureau.yes" : "bureau.no")),
                        Fact.of(
                                t.localize("bureau.policy.before"),
                                t.localize(policies.payBeforeCollection() ? "bureau.yes" : "bureau.no")),
                        Fact.of(t.localize("bureau.policy.cap"), t.money(policies.advanceCap())),
                        Fact.of(t.localize("bureau.policy.load"), t.percent(policies.reserveLoad())))
                .list(fees(entity, t));
        var decided = operators.decisions(desk.operator());
        if (!decided.isEmpty()) sheet.saying(t.localize("bureau.entity.decided", months(decided, t)));
        if (who.has(desk.operator(), Role.DIRECTOR)) {
            sheet.link(t.localize("bureau.edit"), desk.href("societe/modification"))
                    .link(t.localize("bureau.entity.choix.link"), desk.href("societe/choix"))
                    .link(t.localize("bureau.entity.frais-de-gestion.link"), desk.href("societe/frais-de-gestion"))
                    .link(t.localize("bureau.entity.etablissement.link"), desk.href("societe/etablissement"));
            if (entity.isCooperative()) {
                sheet.link(t.localize("bureau.association.link"), desk.href("societe/association"));
            }
        }
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet.done()));
    }

    private static String months(List<Month> months, Texts t) {
        return months.stream().map(t::month).collect(Collectors.joining(", "));
    }

    private static List<Fact> cover(Operator entity, Texts t) {
        var facts = new java.util.ArrayList<Fact>();
        var guarantee = entity.guarantee();
        if (guarantee != null) {
            facts.add(Fact.of(t.localize("bureau.entity.guarantor"), guarantee.guarantor()));
            facts.add(Fact.of(t.localize("bureau.entity.guarantee"), t.money(guarantee.amount())));
            facts.add(Fact.of(t.localize("bureau.entity.until"), t.date(guarantee.validUntil())));
        }
        facts.add(Fact.of(
                t.localize("bureau.entity.insurer"),
                entity.insurer().name() + " · " + entity.insurer().policyNumber()));
        facts.add(Fact.of(
                t.localize("bureau.entity.insured"), t.date(entity.insurer().validUntil())));
        var mediator = entity.mediator();
        facts.add(Fact.of(
                t.localize("bureau.entity.mediator"),
                mediator == null ? t.localize("bureau.entity.nomediator") : mediator.name()));
        return facts;
    }

    private static Listing fees(Operator entity, Texts t) {
        var columns = List.of(
                Column.text(t.localize("bureau.entity.from")),
                Column.text(t.localize("bureau.entity.fee")),
                Column.text(t.localize("bureau.entity.vote")),
                Column.text(t.localize("bureau.entity.clause")));
        var rows = entity.fees().stream()
                .map(terms -> {
                    var vote = terms.vote();
                    return List.of(
                            Cell.text(t.date(terms.from())),
                            Cell.text(said(terms.model(), t)),
                            Cell.text(
                                    vote == null ? "" : t.date(vote.votedOn()), vote == null ? "" : vote.statutesRef()),
                            Cell.text(terms.clause()));
                })
                .toList();
        return new Listing(t.localize("bureau.entity.fees"), columns, rows, "");
    }

    private static String said(FeeModel model, Texts t) {
        return switch (model) {
            case FeeModel.Percent(var rate) -> t.percent(rate);
            case FeeModel.FlatMonthly(var amount) -> t.localize("bureau.fee.flat", t.money(amount));
            case FeeModel.Capped(var rate, var cap) -> t.localize("bureau.fee.capped", t.percent(rate), t.money(cap));
            case FeeModel.Tiered(var tiers) ->
                tiers.stream()
                        .map(tier -> tier.upTo() == null
                                ? t.localize("bureau.fee.beyond", t.percent(tier.rate()))
                                : t.localize("bureau.fee.upto", t.percent(tier.rate()), t.money(tier.upTo())))
                        .collect(Collectors.joining(", "));
        };
    }
}
