package org.passerelle.workspace.bureau;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Clients;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.invoicing.InvoiceLine;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.core.InvoiceType;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.missions.Mission;
import org.passerelle.missions.Missions;
import org.passerelle.people.People;
import org.passerelle.platform.time.Days;
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

/// An invoice that no report made, or a deposit before the work: one line on a mission. It becomes a draft.
@Controller
@OpenTo(Role.GESTIONNAIRE)
@RequestMapping("/bureau/{operator}/factures/nouvelle")
class InvoiceByHandPage {

    private final Desks desks;
    private final Invoicing invoicing;
    private final Missions missions;
    private final Clients clients;
    private final People people;
    private final Clock clock;

    InvoiceByHandPage(
            Desks desks, Invoicing invoicing, Missions missions, Clients clients, People people, Clock clock) {
        this.desks = desks;
        this.invoicing = invoicing;
        this.missions = missions;
        this.clients = clients;
        this.people = people;
        this.clock = clock;
    }

    /// What may be invoiced by hand.
    private enum Kind {
        INVOICE,
        DEPOSIT
    }

    @GetMapping
    ModelAndView shown(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desk(who, operator, t);
        return Partials.page(
                "workspace/bureau/form", Map.of("desk", desk, "form", form(desk, null, UUID.randomUUID(), t)));
    }

    @PostMapping
    ModelAndView draft(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desk(who, operator, t);
        var intent = Desks.intent(typed);
        var kind = typed.must("type", text -> Typed.choice(Kind.class, text));
        var mission = mission(desk, typed, t);
        var label = typed.mustText("label");
        var quantity = typed.must("quantity", Typed::number);
        var price = typed.must("price", Typed::money);
        if (typed.hasErrors() || kind == null || mission == null || quantity == null || price == null) {
            return refused(desk, typed, intent, t);
        }
        var line = line(mission, kind, label, quantity, price);
        try {
            var draft = invoicing.draft(
                    desk.operator(),
                    InvoiceType.valueOf(kind.name()),
                    mission.id(),
                    Month.containing(Days.today(clock)),
                    List.of(line),
                    intent);
            if (draft.isPresent()) {
                return Partials.seeOther(
                        desk.href("factures/" + draft.get().id()), Toast.ok("bureau.invoice.byhand.done"));
            }
            typed.refuse("label", t.localize("bureau.invoice.byhand.again"));
        } catch (InvalidValue e) {
            typed.refuse("price", t.error(e));
        }
        return refused(desk, typed, intent, t);
    }

    private static InvoiceLine line(Mission mission, Kind kind, String label, BigDecimal quantity, Money price) {
        return InvoiceLine.of(
                mission.id(),
                mission.person(),
                InvoiceLine.Kind.WORK,
                label,
                quantity,
                kind == Kind.DEPOSIT ? "LS" : "C62",
                price,
                mission.terms().vat());
    }

    private @Nullable Mission mission(Desk desk, Typed typed, Texts t) {
        var id = typed.must("mission", MissionId::of);
        if (id == null) return null;
        var found = missions.all(desk.operator()).stream()
                .filter(mission -> mission.id().equals(id))
                .findFirst()
                .orElse(null);
        if (found == null) typed.refuse("mission", t.localize("value.required"));
        return found;
    }

    private ModelAndView refused(Desk desk, Typed typed, UUID intent, Texts t) {
        return Partials.unprocessable(
                "workspace/bureau/form", Map.of("desk", desk, "form", form(desk, typed, intent, t)));
    }

    private Form form(Desk desk, @Nullable Typed typed, UUID intent, Texts t) {
        var fields = new ArrayList<Field>();
        fields.add(Field.select(
                        "type",
                        t.localize("bureau.invoice.byhand.type"),
                        List.of(
                                new Option("INVOICE", t.localize("bureau.invoice.byhand.INVOICE"), false),
                                new Option("DEPOSIT", t.localize("bureau.invoice.byhand.DEPOSIT"), false)))
                .hint(t.localize("bureau.invoice.byhand.type.hint"))
                .must());
        fields.add(Field.select("mission", t.localize("bureau.invoice.byhand.mission"), missions(desk))
                .must());
        fields.add(Field.text("label", t.localize("bureau.col.label")).must());
        fields.add(Field.of("decimal", "quantity", t.localize("bureau.col.quantity"))
                .value("1")
                .must());
        fields.add(Field.money("price", t.localize("bureau.col.unitprice"))
                .hint(t.localize("bureau.invoice.byhand.price.hint"))
                .must());
        return Form.fresh(
                t.localize("bureau.invoice.byhand"),
                t.localize("bureau.invoice.byhand.lead"),
                desk.href("factures/nouvelle"),
                t.localize("bureau.invoice.byhand.submit"),
                desk.href("factures"),
                intent,
                List.of(new Form.Part(
                        t.localize("bureau.invoice.lines"),
                        fields.stream()
                                .map(field -> typed == null ? field : typed.back(field))
                                .toList())),
                List.of(),
                typed != null);
    }

    private List<Option> missions(Desk desk) {
        return missions.all(desk.operator()).stream()
                .map(mission -> new Option(
                        mission.id().toString(),
                        mission.code() + " · " + clients.get(mission.client()).name() + " · "
                                + people.get(mission.person()).name(),
                        false))
                .toList();
    }

    private Desk desk(SignedIn who, UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.INVOICES, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        return desk;
    }
}
