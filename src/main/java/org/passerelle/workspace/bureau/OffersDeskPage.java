package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.frames.RecourseReason;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Laws;
import org.passerelle.marketplace.Application;
import org.passerelle.marketplace.Market;
import org.passerelle.marketplace.Offer;
import org.passerelle.marketplace.OfferState;
import org.passerelle.operators.Operators;
import org.passerelle.people.People;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Column;
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
import org.springframework.web.servlet.ModelAndView;

/// Offers read before everybody sees them, and proposals that become missions without typing anything again.
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
@RequestMapping("/bureau/{operator}/offres")
class OffersDeskPage {

    private static final String SHEET = "workspace/bureau/sheet";

    private final Desks desks;
    private final Market market;
    private final People people;
    private final Operators operators;
    private final Laws laws;
    private final Clock clock;

    OffersDeskPage(Desks desks, Market market, People people, Operators operators, Laws laws, Clock clock) {
        this.desks = desks;
        this.market = market;
        this.people = people;
        this.operators = operators;
        this.laws = laws;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.OFFERS, t);
        var columns = List.of(
                Column.text(t.localize("marketplace.title")),
                Column.text(t.localize("marketplace.client")),
                Column.text(t.localize("bureau.offer.state")),
                Column.number(t.localize("bureau.offer.answers")));
        var rows = market.all(desk.operator()).stream()
                .map(offer -> List.of(
                        Cell.link(
                                offer.terms().title(),
                                t.localize(
                                        "bureau.offer.source." + offer.source().name()),
                                desk.href("offres/" + offer.id())),
                        Cell.text(t.localize(
                                "marketplace.kind." + offer.terms().client().name())),
                        Cell.badge(state(offer, t), tone(offer.state())),
                        Cell.figure(String.valueOf(market.applications(offer).size()))))
                .toList();
        boolean open = market.doors().stream().anyMatch(door -> door.operator().equals(desk.operator()));
        var sheet = Sheet.titled(t.localize("bureau.place.OFFERS"))
                .list(new Listing(t.localize("bureau.place.OFFERS"), columns, rows, t.localize("bureau.offers.none")));
        if (who.has(desk.operator(), Role.DIRECTOR)) {
            sheet.act(Act.main(
                    t.localize(open ? "bureau.offers.close" : "bureau.offers.open"),
                    t.localize("bureau.offers.door"),
                    desk.href("offres/porte") + (open ? "?fermer=oui" : "")));
        }
        return Partials.page(SHEET, Map.of("desk", desk, "sheet", sheet.done()));
    }

    /// Whether the public may offer work to the entity.
    @OpenTo(Role.DIRECTOR)
    @PostMapping("/porte")
    ModelAndView door(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.OFFERS, t);
        Desks.require(who, desk, Role.DIRECTOR);
        Desks.intent(typed);
        market.door(desk.operator(), !typed.text("fermer").equals("oui"));
        return Partials.seeOther(desk.href("offres"), Toast.ok("bureau.offers.said"));
    }

    @GetMapping("/{offer}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable("offer") UUID id,
            Texts t) {
        var desk = desks.at(who, operator, Place.OFFERS, t);
        return Partials.page(SHEET, Map.of("desk", desk, "sheet", sheet(desk, who, find(desk, id), null, t)));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{offer}/publication")
    ModelAndView publish(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable("offer") UUID id,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.OFFERS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        Desks.intent(typed);
        market.publish(find(desk, id).id());
        return Partials.seeOther(desk.href("offres/" + id), Toast.ok("bureau.offer.published"));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{offer}/refus")
    ModelAndView refuse(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable("offer") UUID id,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.OFFERS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        Desks.intent(typed);
        var offer = find(desk, id);
        var reason = typed.mustText("reason");
        if (typed.hasErrors()) {
            return Partials.unprocessable(SHEET, Map.of("desk", desk, "sheet", sheet(desk, who, offer, typed, t)));
        }
        market.refuse(id, reason);
        return Partials.seeOther(desk.href("offres/" + id), Toast.ok("bureau.offer.refused"));
    }

    /// A proposal becomes a mission.
    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{offer}/acceptation")
    ModelAndView accept(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable("offer") UUID id,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.OFFERS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        Desks.intent(typed);
        var offer = find(desk, id);
        var one = answer(offer, typed, "retenue");
        var vat = typed.must("vat", text -> Rate.ofPercent(Typed.number(text)));
        var reason = typed.value("recourse", text -> Typed.choice(RecourseReason.class, text));
        if (vat != null && !typed.hasErrors()) {
            try {
                var mission = market.accept(one.id(), vat, reason);
                return Partials.seeOther(
                        desk.href("missions/" + mission.id()), Toast.ok("bureau.offer.accepted", mission.code()));
            } catch (InvalidValue e) {
                typed.refuse("vat", t.error(e));
            }
        }
        return Partials.unprocessable(SHEET, Map.of("desk", desk, "sheet", sheet(desk, who, offer, typed, t)));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{offer}/declin")
    ModelAndView decline(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable("offer") UUID id,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.OFFERS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        Desks.intent(typed);
        market.decline(answer(find(desk, id), typed, "declinee").id());
        return Partials.seeOther(desk.href("offres/" + id), Toast.ok("bureau.offer.declined"));
    }

    /// What is not an answer to this offer does not exist here (S-11).
    private Application answer(Offer offer, Typed typed, String field) {
        return market.applications(offer).stream()
                .filter(one -> one.id().toString().equals(typed.text(field)))
                .findFirst()
                .orElseThrow(Desks::notHere);
    }

    private Offer find(Desk desk, UUID id) {
        return market.all(desk.operator()).stream()
                .filter(offer -> offer.id().equals(id))
                .findFirst()
                .orElseThrow(Desks::notHere);
    }

    private Sheet sheet(Desk desk, SignedIn who, Offer offer, @Nullable Typed typed, Texts t) {
        var terms = offer.terms();
        var contact = market.contact(offer);
        var here = desk.href("offres/" + offer.id());
        var open = List.of(
                Fact.of(
                        t.localize("marketplace.client"),
                        t.localize("marketplace.kind." + terms.client().name())),
                Fact.of(t.localize("marketplace.words"), terms.words()),
                Fact.of(t.localize("marketplace.skills"), String.join(", ", terms.skills())),
                Fact.of(t.localize("marketplace.low"), t.money(terms.low())),
                Fact.of(t.localize("marketplace.high"), t.money(terms.high())),
                Fact.of(t.localize("marketplace.start"), t.date(terms.start())),
                Fact.of(t.localize("marketplace.months"), String.valueOf(terms.months())),
                Fact.of(t.localize("marketplace.days"), t.number(terms.daysPerMonth())),
                Fact.of(t.localize("marketplace.city"), terms.city()));
        var closed = new ArrayList<Fact>();
        closed.add(Fact.of(t.localize("marketplace.name"), contact.name()));
        if (contact.siren() != null) closed.add(Fact.of("SIREN", contact.siren().value()));
        closed.add(Fact.of(t.localize("marketplace.email"), contact.email()));
        closed.add(Fact.of(t.localize("bureau.address"), contact.address().oneLine()));
        if (offer.reason() != null) closed.add(Fact.of(t.localize("bureau.offer.why"), offer.reason()));
        for (var report : market.reports(offer)) {
            closed.add(Fact.of(t.localize("bureau.offer.reported"), t.localize("marketplace.report." + report.name())));
        }
        var answers = market.applications(offer);
        var sheet = Sheet.titled(terms.title())
                .in(state(offer, t), tone(offer.state()))
                .facts(t.localize("bureau.offer.public"), open)
                .facts(t.localize("bureau.offer.private"), closed)
                .list(new Listing(
                        t.localize("bureau.offer.answers"),
                        List.of(
                                Column.text(t.localize("bureau.col.person")),
                                Column.text(t.localize("marketplace.proposal")),
                                Column.number(t.localize("marketplace.proposal.price")),
                                Column.text(t.localize("bureau.offer.state"))),
                        answers.stream().map(one -> row(desk, one, t)).toList(),
                        t.localize("bureau.offer.answers.none")));
        sheet.verdicts(market.frames(terms).stream()
                .map(word -> new Sheet.Verdict(
                        t.localize("frames.name." + word.frame().name()),
                        word.verdict().name(),
                        word.isProposed() || word.findings().isEmpty()
                                ? ""
                                : t.finding(word.findings().getFirst())))
                .toList());
        if (who.has(desk.operator(), Role.GESTIONNAIRE)) acts(sheet, desk, offer, answers, here, typed, t);
        return sheet.done();
    }

    private void acts(
            Sheet.Builder sheet,
            Desk desk,
            Offer offer,
            List<Application> answers,
            String here,
            @Nullable Typed typed,
            Texts t) {
        if (offer.state() == OfferState.WAITING) {
            sheet.act(Act.main(
                    t.localize("bureau.offer.publish"),
                    t.localize("bureau.offer.publish.hint"),
                    here + "/publication"));
        }
        if (offer.state() == OfferState.WAITING || offer.state() == OfferState.PUBLISHED) {
            var reason = Field.text("reason", t.localize("bureau.offer.why")).must();
            sheet.act(Act.saying(
                    t.localize(offer.state() == OfferState.WAITING ? "bureau.offer.refuse" : "bureau.offer.withdraw"),
                    t.localize("bureau.offer.refuse.hint"),
                    here + "/refus",
                    typed == null ? reason : typed.back(reason)));
        }
        if (offer.state() != OfferState.PUBLISHED) return;
        var waiting = answers.stream()
                .filter(one -> one.state() == Application.State.SENT)
                .map(one -> new Option(
                        one.id().toString(), people.get(one.person()).name() + " – " + t.money(one.price()), false))
                .toList();
        if (waiting.isEmpty()) return;
        sheet.act(Act.saying(
                t.localize("bureau.offer.accept"),
                t.localize("bureau.offer.accept.hint"),
                here + "/acceptation",
                conditions(desk, waiting, t)));
        sheet.act(Act.saying(
                t.localize("bureau.offer.decline"),
                "",
                here + "/declin",
                Field.select("declinee", t.localize("bureau.offer.answer"), waiting)));
    }

    private Field[] conditions(Desk desk, List<Option> waiting, Texts t) {
        var answer = Field.select("retenue", t.localize("bureau.offer.answer"), waiting);
        var usual = laws.on(Days.today(clock)).rate("vat_normal");
        var vat = Field.of("decimal", "vat", t.localize("workspace.mission.vat"))
                .value(t.number(usual.percent()))
                .must();
        if (operators.get(desk.operator()).frame() != Frame.PORTAGE_SALARIAL) return new Field[] {answer, vat};
        var reasons = new ArrayList<Option>();
        for (var reason : RecourseReason.values()) {
            reasons.add(new Option(reason.name(), t.localize("workspace.mission.motif." + reason.name()), false));
        }
        return new Field[] {answer, vat, Field.select("recourse", t.localize("workspace.mission.motif"), reasons)};
    }

    private List<Cell> row(Desk desk, Application one, Texts t) {
        var state = t.localize("bureau.offer.answer." + one.state().name());
        return List.of(
                Cell.link(people.get(one.person()).name(), "", desk.href("personnes/" + one.person())),
                Cell.text(one.words()),
                Cell.figure(t.money(one.price())),
                one.mission() == null
                        ? Cell.text(state)
                        : Cell.link(state, "", desk.href("missions/" + one.mission())));
    }

    private static String state(Offer offer, Texts t) {
        return t.localize("bureau.offer.state." + offer.state().name());
    }

    private static String tone(OfferState state) {
        return switch (state) {
            case WAITING -> "warn";
            case PUBLISHED -> "ok";
            case REFUSED -> "refuse";
            case CLOSED -> "quiet";
        };
    }
}
