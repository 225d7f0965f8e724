package org.passerelle.marketplace.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.passerelle.frames.Catalogue;
import org.passerelle.frames.ClientKind;
import org.passerelle.frames.Sentences;
import org.passerelle.frames.Verdict;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.marketplace.FrameWord;
import org.passerelle.marketplace.Market;
import org.passerelle.marketplace.Offer;
import org.passerelle.marketplace.OfferSource;
import org.passerelle.marketplace.Remote;
import org.passerelle.marketplace.ReportReason;
import org.passerelle.marketplace.Wanted;
import org.passerelle.marketplace.core.Diversify;
import org.passerelle.operators.Operators;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Paging;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.passerelle.portfolio.Cockpits;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// « Offres de mission »: found, read, offered, answered. A worker sees what their own entity's frame allows.
@Controller
@OpenToVisitors
@RequestMapping(OffersPage.PATH)
class OffersPage {

    static final String PATH = "/offres";

    private static final String LIST = "marketplace/offers";
    private static final String ONE = "marketplace/offer";
    private static final String POST = "marketplace/post";

    private final Market market;
    private final People people;
    private final Operators operators;
    private final Cockpits cockpits;

    OffersPage(Market market, People people, Operators operators, Cockpits cockpits) {
        this.market = market;
        this.people = people;
        this.operators = operators;
        this.cockpits = cockpits;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal @Nullable SignedIn who, Typed typed, Texts t) {
        var me = worker(who);
        var frame = me == null ? choice(Frame.class, typed.text("cadre")) : frameOf(me);
        var least = typed.value("tarif", Typed::money);
        var page = typed.value("page", Typed::whole);
        var wanted = new Wanted(
                typed.text("mots").length() > 200 ? typed.text("mots").substring(0, 200) : typed.text("mots"),
                frame,
                choice(ClientKind.class, typed.text("client")),
                choice(Remote.class, typed.text("lieu")),
                least,
                page == null || page < 1 || page > 25 ? 1 : page);
        var found = market.search(me == null ? null : List.of(me.operator()), wanted);
        var model = new HashMap<String, Object>();
        model.put(
                "rows",
                found.offers().stream().map(offer -> OfferRow.of(offer, t)).toList());
        model.put(
                "count",
                found.total() >= 500
                        ? t.localize("marketplace.found.many")
                        : t.localize("marketplace.found", found.total()));
        model.put(
                "corrected",
                found.corrected().entrySet().stream()
                        .map(e -> t.localize("marketplace.corrected", e.getKey(), String.join(" », « ", e.getValue())))
                        .toList());
        model.put("fields", filters(typed, me == null, t));
        int pages = Math.max(1, (found.total() + Wanted.PAGE - 1) / Wanted.PAGE);
        model.put("paging", new Paging(wanted.page(), pages, href(typed)));
        model.put("mine", me == null ? "" : t.localize("marketplace.mine", frameName(frameOf(me), t)));
        return Partials.page(LIST, model);
    }

    @GetMapping("/nouvelle")
    ModelAndView blank(@AuthenticationPrincipal @Nullable SignedIn who, Typed typed, Texts t) {
        return Partials.page(POST, posting(typed, List.of(), t));
    }

    @PostMapping
    ModelAndView post(
            @AuthenticationPrincipal @Nullable SignedIn who, Typed typed, HttpServletRequest request, Texts t) {
        var intent = typed.intent();
        var form = new OfferForm(typed, t);
        var terms = form.terms();
        var contact = form.contact();
        if (terms == null || contact == null || typed.hasErrors()) {
            return Partials.unprocessable(POST, posting(typed, List.of(), t));
        }
        var homes = market.homes(terms);
        if (homes.isEmpty()) {
            typed.refuse("client", t.localize("marketplace.nowhere"));
            return Partials.unprocessable(POST, posting(typed, frames(market.frames(terms), t), t));
        }
        var me = worker(who);
        var home = homes.stream()
                .filter(door -> me != null && door.operator().equals(me.operator()))
                .findFirst()
                .orElse(homes.getFirst());
        try {
            within(
                    home.operator(),
                    "visitor",
                    () -> market.post(
                            home.operator(),
                            me == null ? OfferSource.CLIENT : OfferSource.MEMBER,
                            terms,
                            contact,
                            request.getRemoteAddr(),
                            who == null ? null : who.user().value(),
                            intent));
        } catch (InvalidValue e) {
            typed.refuse(OfferForm.fieldOf(e), t.error(e));
            return Partials.unprocessable(POST, posting(typed, List.of(), t));
        }
        return Partials.seeOther(PATH, Toast.ok("marketplace.posted", home.name()));
    }

    @GetMapping("/{offer}")
    ModelAndView one(
            @AuthenticationPrincipal @Nullable SignedIn who, @PathVariable("offer") UUID id, Typed typed, Texts t) {
        var me = worker(who);
        return Partials.page(ONE, Map.of("view", view(find(id, me), me, typed, t)));
    }

    @PostMapping("/{offer}/signalement")
    ModelAndView report(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @PathVariable("offer") UUID id,
            Typed typed,
            HttpServletRequest request,
            Texts t) {
        var me = worker(who);
        var offer = find(id, me);
        var intent = typed.intent();
        var reason = typed.must("raison", text -> Typed.choice(ReportReason.class, text));
        if (reason != null) {
            boolean heard = within(
                    offer.operator(), "visitor", () -> market.report(id, reason, request.getRemoteAddr(), intent));
            if (heard) return Partials.seeOther(PATH + "/" + id, Toast.ok("marketplace.reported"));
            typed.refuse("raison", t.localize("marketplace.later"));
        }
        return Partials.unprocessable(ONE, Map.of("view", view(offer, me, typed, t)));
    }

    @OpenTo(Role.FREELANCER)
    @PostMapping("/{offer}/candidature")
    ModelAndView apply(@AuthenticationPrincipal SignedIn who, @PathVariable("offer") UUID id, Typed typed, Texts t) {
        var me = worker(who);
        if (me == null) throw none();
        var offer = find(id, me);
        var intent = typed.intent();
        var words = typed.text("proposition");
        if (words.isEmpty()) typed.refuse("proposition", t.localize("value.required"));
        var price = typed.must("prix", Typed::money);
        if (price != null && !typed.hasErrors()) {
            try {
                market.apply(me, id, words, price, intent);
                return Partials.seeOther(PATH + "/" + id, Toast.ok("marketplace.sent"));
            } catch (InvalidValue e) {
                typed.refuse(e.code().startsWith("money") ? "prix" : "proposition", t.error(e));
            }
        }
        return Partials.unprocessable(ONE, Map.of("view", view(offer, me, typed, t)));
    }

    /// A published offer; for a worker one of their own entity.
    private Offer find(UUID id, @Nullable Person me) {
        return market.published(id)
                .filter(offer -> me == null || offer.operator().equals(me.operator()))
                .orElseThrow(OffersPage::none);
    }

    private @Nullable Person worker(@Nullable SignedIn who) {
        if (who == null || !who.roles().contains(Role.FREELANCER)) return null;
        return people.byUser(who.user()).stream()
                .filter(person -> who.has(person.operator(), Role.FREELANCER))
                .max(java.util.Comparator.comparing((Person p) -> p.employment().exit() == null)
                        .thenComparing(p -> p.employment().entry()))
                .orElse(null);
    }

    private Frame frameOf(Person me) {
        return operators.get(me.operator()).frame();
    }

    private OfferView view(Offer offer, @Nullable Person me, Typed typed, Texts t) {
        var words = frames(market.frames(offer.terms()), t);
        var share = "";
        var mine = "";
        var refusal = "";
        var answer = List.<Field>of();
        if (me != null) {
            var own = market.frame(offer.terms(), me);
            share = Diversify.of(cockpits.of(me, null).dependency().shares(), offer.terms())
                    .filter(Diversify::lowers)
                    .map(d -> t.localize("marketplace.share", d.before(), d.after()))
                    .orElse("");
            mine = market.application(offer.id(), me)
                    .map(one ->
                            t.localize("marketplace.application." + one.state().name(), t.money(one.price())))
                    .orElse("");
            if (!own.isProposed()) {
                refusal = own.findings().isEmpty()
                        ? t.localize("marketplace.refused")
                        : t.finding(own.findings().getFirst());
            } else if (mine.isEmpty()) {
                answer = List.of(
                        typed.back(Field.of("textarea", "proposition", t.localize("marketplace.proposal"))
                                .hint(t.localize("marketplace.proposal.hint"))
                                .must()),
                        typed.back(Field.money("prix", t.localize("marketplace.proposal.price"))
                                .must()));
            }
        }
        var reasons = new ArrayList<Option>();
        for (var reason : ReportReason.values()) {
            reasons.add(new Option(reason.name(), t.localize("marketplace.report." + reason.name()), false));
        }
        return new OfferView(
                OfferRow.of(offer, t),
                Arrays.asList(offer.terms().words().split("\\R+")),
                t.longDate(offer.terms().start()),
                Catalogue.standard()
                        .find(offer.terms().activity())
                        .map(a -> a.label(t.language().locale()))
                        .orElse(""),
                words,
                share,
                mine,
                answer,
                refusal,
                typed.hasErrors(),
                me != null,
                typed.back(Field.select("raison", t.localize("marketplace.report.why"), reasons)),
                UUID.randomUUID());
    }

    private static List<OfferView.Frame> frames(List<FrameWord> words, Texts t) {
        return words.stream()
                .map(word -> new OfferView.Frame(
                        frameName(word.frame(), t),
                        tone(word.verdict()),
                        t.localize("ui.verdict." + word.verdict().name()),
                        word.isProposed()
                                ? List.of()
                                : word.findings().stream()
                                        .map(f -> new OfferView.Reason(
                                                Sentences.of(f, t.language().locale()), f.article()))
                                        .toList()))
                .toList();
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case LAWFUL -> "ok";
            case LAWFUL_WITH_WARNINGS -> "warn";
            case UNLAWFUL -> "refuse";
            case UNDECIDED -> "quiet";
        };
    }

    private static String frameName(Frame frame, Texts t) {
        return t.localize("frames.name." + frame.name());
    }

    private List<Field> filters(Typed typed, boolean visitor, Texts t) {
        var form = new OfferForm(typed, t);
        var any = new Option("", t.localize("marketplace.any"), true);
        var fields = new ArrayList<Field>();
        fields.add(typed.back(
                Field.text("mots", t.localize("marketplace.search")).hint(t.localize("marketplace.search.hint"))));
        if (visitor) {
            var frames = new ArrayList<Option>(List.of(any));
            for (var frame : List.of(Frame.PORTAGE_SALARIAL, Frame.CAE, Frame.PORTAGE_ENTREPRENEURIAL)) {
                frames.add(new Option(frame.name(), frameName(frame, t), false));
            }
            fields.add(typed.back(Field.select("cadre", t.localize("marketplace.frame"), frames)));
        }
        var kinds = new ArrayList<Option>(List.of(any));
        kinds.addAll(form.kinds(false));
        fields.add(typed.back(Field.select("client", t.localize("marketplace.client"), kinds)));
        var places = new ArrayList<Option>(List.of(any));
        places.addAll(form.remotes(false));
        fields.add(typed.back(Field.select("lieu", t.localize("marketplace.where"), places)));
        fields.add(typed.back(Field.money("tarif", t.localize("marketplace.least"))));
        return fields;
    }

    private static String href(Typed typed) {
        var uri = UriComponentsBuilder.fromPath(PATH);
        for (var name : List.of("mots", "cadre", "client", "lieu", "tarif")) {
            if (!typed.text(name).isEmpty()) uri.queryParam(name, "{" + name + "}");
        }
        var values = new HashMap<String, Object>();
        for (var name : List.of("mots", "cadre", "client", "lieu", "tarif")) values.put(name, typed.text(name));
        var text = uri.encode().buildAndExpand(values).toUriString();
        return text + (text.contains("?") ? "&" : "?") + "page=";
    }

    private Map<String, Object> posting(Typed typed, List<OfferView.Frame> frames, Texts t) {
        var form = new OfferForm(typed, t);
        return Map.of(
                "need", form.need(),
                "terms", form.terms(t),
                "who", form.who(),
                "frames", frames,
                "open", !market.doors().isEmpty(),
                "wrong", typed.hasErrors(),
                "intent", UUID.randomUUID());
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> kind, String text) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    /// In the scope of the one entity, and of no other.
    private static <T> T within(OperatorId operator, String actor, Callable<T> work) {
        try {
            return Scopes.call(Scope.of(actor, operator), work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static NoSuchElementException none() {
        return new NoSuchElementException("no such offer");
    }
}
