package org.passerelle.workspace.bureau;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.documents.Documents;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.joining.Admission;
import org.passerelle.joining.Application;
import org.passerelle.joining.ApplicationState;
import org.passerelle.joining.Gate;
import org.passerelle.joining.Joining;
import org.passerelle.joining.Proof;
import org.passerelle.joining.Readiness;
import org.passerelle.joining.TitleAnswer;
import org.passerelle.joining.Welcome;
import org.passerelle.kernel.ApplicationId;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.operators.Operators;
import org.passerelle.people.ContractKind;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.FindingCard;
import org.passerelle.platform.web.Option;
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

/// « Entrées »: who wants to join, what is missing and for whom, the proofs to look at, the admission.
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
@RequestMapping("/bureau/{operator}/entrees")
class EntriesPage {

    private static final String SHEET = "workspace/bureau/sheet";
    private static final String FORM = "workspace/bureau/form";

    private final Desks desks;
    private final Joining joining;
    private final Welcome welcome;
    private final Operators operators;
    private final Documents documents;

    EntriesPage(Desks desks, Joining joining, Welcome welcome, Operators operators, Documents documents) {
        this.desks = desks;
        this.joining = joining;
        this.welcome = welcome;
        this.operators = operators;
        this.documents = documents;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.ENTRIES, t);
        return Partials.page(SHEET, Map.of("desk", desk, "sheet", list(who, desk, null, t)));
    }

    /// A link by mail to somebody whom the house invites.
    @PostMapping("/invitations")
    ModelAndView invite(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.ENTRIES, t);
        var intent = Desks.intent(typed);
        var email = typed.mustText("email");
        if (!typed.hasErrors()) {
            try {
                welcome.invite(desk.operator(), email, who.user().toString(), intent);
                return Partials.seeOther(desk.href("entrees"), Toast.ok("bureau.entry.invited", email));
            } catch (InvalidValue e) {
                typed.refuse("email", t.error(e));
            }
        }
        return Partials.unprocessable(SHEET, Map.of("desk", desk, "sheet", list(who, desk, typed, t)));
    }

    /// Whether visitors may open a file by themselves.
    @OpenTo(Role.DIRECTOR)
    @PostMapping("/porte")
    ModelAndView door(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.ENTRIES, t);
        Desks.require(who, desk, Role.DIRECTOR);
        Desks.intent(typed);
        boolean open = typed.text("porte").equals("ouverte");
        welcome.door(desk.operator(), open);
        return Partials.seeOther(
                desk.href("entrees"), Toast.ok(open ? "bureau.entry.door.opened" : "bureau.entry.door.closed"));
    }

    @GetMapping("/{application}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID application,
            Texts t) {
        var desk = desks.at(who, operator, Place.ENTRIES, t);
        return Partials.page(SHEET, Map.of("desk", desk, "sheet", sheet(desk, who, find(desk, application), null, t)));
    }

    @GetMapping("/{application}/pieces/{proof}")
    ResponseEntity<byte[]> proof(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID application,
            @PathVariable UUID proof,
            Texts t) {
        var desk = desks.at(who, operator, Place.ENTRIES, t);
        var found = find(desk, application).proofs().stream()
                .filter(each -> each.id().equals(proof))
                .findFirst()
                .orElseThrow();
        var document = documents.find(found.document()).orElseThrow();
        return Downloads.attachment(document.fileName(), document.mediaType(), documents.content(document.id()));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{application}/pieces/{proof}/verdict")
    ModelAndView judge(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID application,
            @PathVariable UUID proof,
            Typed typed,
            Texts t) {
        return acting(who, operator, application, typed, "reason", t, (_, found) -> {
            boolean accepted = switch (typed.text("verdict")) {
                case "ACCEPTED" -> true;
                case "REFUSED" -> false;
                default -> throw new InvalidValue("choice.unknown", "");
            };
            joining.judge(found.id(), proof, accepted, typed.text("reason"));
            return Toast.ok(accepted ? "bureau.entry.proof.accepted" : "bureau.entry.proof.refused");
        });
    }

    /// The prefecture was asked, or answered (KY-05).
    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{application}/titre")
    ModelAndView title(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID application,
            Typed typed,
            Texts t) {
        return acting(who, operator, application, typed, "asked", t, (_, found) -> {
            var asked = Typed.date(typed.text("asked"));
            var answer = typed.value("answer", text -> Typed.choice(TitleAnswer.class, text));
            joining.title(found.id(), asked, answer);
            return Toast.ok("bureau.entry.title.kept");
        });
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{application}/refus")
    ModelAndView decline(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID application,
            Typed typed,
            Texts t) {
        return acting(who, operator, application, typed, "decline", t, (_, found) -> {
            joining.decline(found.id(), typed.text("decline"));
            return Toast.ok("bureau.entry.declined");
        });
    }

    private interface Doing {
        Toast on(Desk desk, Application found);
    }

    /// @param field beside which a refusal is said
    private ModelAndView acting(
            SignedIn who, UUID operator, UUID application, Typed typed, String field, Texts t, Doing doing) {
        var desk = desks.at(who, operator, Place.ENTRIES, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        Desks.intent(typed);
        var found = find(desk, application);
        try {
            return Partials.seeOther(desk.href("entrees/" + found.id()), doing.on(desk, found));
        } catch (InvalidValue e) {
            typed.refuse(field, t.error(e));
            return Partials.unprocessable(SHEET, Map.of("desk", desk, "sheet", sheet(desk, who, found, typed, t)));
        }
    }

    @OpenTo(Role.GESTIONNAIRE)
    @GetMapping("/{application}/admission")
    ModelAndView terms(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID application,
            Texts t) {
        var desk = desks.at(who, operator, Place.ENTRIES, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var found = find(desk, application);
        var earliest = joining.readiness(found).earliest();
        var wished = found.answers().day("start");
        var entry = earliest != null && wished != null && wished.isBefore(earliest) ? earliest : wished;
        var typed = new Standing()
                .put("job", found.answers().text("job"))
                .put("hours", "35")
                .put("entry", entry)
                .typed(t);
        return Partials.page(
                FORM, Map.of("desk", desk, "form", form(desk, found, typed, UUID.randomUUID(), List.of(), t)));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{application}/admission")
    ModelAndView admit(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID application,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.ENTRIES, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var intent = Desks.intent(typed);
        var found = find(desk, application);
        var kind = typed.must("contract", text -> Typed.choice(ContractKind.class, text));
        var entry = typed.must("entry", Typed::date);
        var exit = typed.value("exit", Typed::date);
        var employment = kind == null ? null : TermsFields.read(kind, entry, exit, typed, t);
        List<Finding> refused = List.of();
        if (employment != null && !typed.hasErrors()) {
            try {
                switch (joining.admit(found.id(), employment)) {
                    case Admission.Done(var done) -> {
                        return Partials.seeOther(
                                desk.href("entrees/" + done.id()), Toast.ok("bureau.entry.admitted", done.name()));
                    }
                    case Admission.Refused(var findings) -> refused = findings;
                }
            } catch (InvalidValue e) {
                typed.refuse("entry", t.error(e));
            }
        }
        return Partials.unprocessable(
                FORM, Map.of("desk", desk, "form", form(desk, found, typed, intent, FindingCard.of(refused, t), t)));
    }

    private Form form(Desk desk, Application found, Typed typed, UUID intent, List<FindingCard> findings, Texts t) {
        var frame = operators.get(desk.operator()).frame();
        var kinds = Arrays.stream(ContractKind.values())
                .filter(kind -> kind.belongsTo(frame))
                .map(kind -> new Option(kind.name(), t.localize("bureau.contract." + kind.name()), false))
                .toList();
        var fields = new ArrayList<Field>();
        fields.add(typed.back(Field.select("contract", t.localize("bureau.person.contract"), kinds)));
        fields.add(typed.back(Field.date("entry", t.localize("bureau.person.entry"))
                .hint(t.localize("bureau.entry.entry.hint"))
                .must()));
        fields.add(typed.back(
                Field.date("exit", t.localize("bureau.person.exit")).hint(t.localize("bureau.person.exit.hint"))));
        fields.addAll(TermsFields.fields(frame == Frame.PORTAGE_SALARIAL, typed, t));
        return Form.fresh(
                t.localize("bureau.entry.admit.title", found.name()),
                t.localize("bureau.entry.admit.lead"),
                desk.href("entrees/" + found.id() + "/admission"),
                t.localize("bureau.entry.admit"),
                desk.href("entrees/" + found.id()),
                intent,
                List.of(new Form.Part(t.localize("bureau.person.contract"), fields)),
                findings,
                typed.hasErrors());
    }

    private Application find(Desk desk, UUID id) {
        return joining.find(new ApplicationId(id))
                .filter(each -> each.operator().equals(desk.operator()))
                .orElseThrow();
    }

    private Sheet list(SignedIn who, Desk desk, @Nullable Typed typed, Texts t) {
        var columns = List.of(
                Column.text(t.localize("bureau.col.person")),
                Column.text(t.localize("bureau.col.state")),
                Column.text(t.localize("bureau.entry.missing")),
                Column.text(t.localize("bureau.entry.earliest")));
        var rows = joining.all(desk.operator()).stream()
                .map(each -> row(desk, each, t))
                .toList();
        var sheet = Sheet.titled(t.localize("bureau.place.ENTRIES"))
                .list(new Listing(t.localize("bureau.entry.all"), columns, rows, t.localize("bureau.entry.none")));
        var email = Field.of("email", "email", t.localize("bureau.email")).must();
        sheet.act(Act.saying(
                t.localize("bureau.entry.invite"),
                t.localize("bureau.entry.invite.hint"),
                desk.href("entrees/invitations"),
                typed == null ? email : typed.back(email)));
        if (who.has(desk.operator(), Role.DIRECTOR)) {
            var states = List.of(
                    new Option("ouverte", t.localize("bureau.entry.door.open"), welcome.isOpen(desk.operator())),
                    new Option("fermee", t.localize("bureau.entry.door.shut"), !welcome.isOpen(desk.operator())));
            sheet.act(Act.saying(
                    t.localize("bureau.entry.door"),
                    t.localize("bureau.entry.door.hint"),
                    desk.href("entrees/porte"),
                    Field.select("porte", t.localize("bureau.entry.door.which"), states)));
        }
        return sheet.done();
    }

    private List<Cell> row(Desk desk, Application each, Texts t) {
        var readiness = joining.readiness(each);
        boolean decided = each.state() == ApplicationState.DECLINED;
        var missing = readiness.beforeStart().stream()
                .map(gate -> t.localize("joining.gate." + gate.key()))
                .toList();
        return List.of(
                Cell.link(each.name(), each.email(), desk.href("entrees/" + each.id())),
                Cell.badge(t.localize("joining.state." + each.state().name()), tone(each.state())),
                Cell.text(
                        decided ? "" : missing.isEmpty() ? t.localize("bureau.entry.nothing") : missing.getFirst(),
                        decided || missing.size() < 2 ? "" : t.localize("bureau.entry.more", missing.size() - 1)),
                Cell.text(decided ? "" : earliest(readiness, t)));
    }

    private static String earliest(Readiness readiness, Texts t) {
        var day = readiness.earliest();
        return day == null ? t.localize("bureau.entry.never") : t.date(day);
    }

    private Sheet sheet(Desk desk, SignedIn who, Application found, @Nullable Typed typed, Texts t) {
        var readiness = joining.readiness(found);
        var said = found.answers();
        var sheet = Sheet.titled(found.name())
                .above(t.localize("bureau.place.ENTRIES"))
                .in(t.localize("joining.state." + found.state().name()), tone(found.state()))
                .saying(
                        readiness.earliest() == null
                                ? t.localize("joining.earliest.never")
                                : t.localize(
                                        readiness.withinADay() ? "joining.earliest.fast" : "joining.earliest.day",
                                        t.longDate(java.util.Objects.requireNonNull(readiness.earliest()))))
                .facts(
                        t.localize("bureau.entry.file"),
                        Fact.of(t.localize("bureau.email"), found.email()),
                        Fact.of(t.localize("joining.ask.job"), said.text("job")),
                        Fact.of(
                                t.localize("joining.ask.nationality"),
                                said.has("nationality")
                                        ? t.localize("joining.ask.nationality." + said.text("nationality"))
                                        : ""),
                        Fact.of(
                                t.localize("joining.ask.diploma"),
                                said.has("diploma") ? t.localize("joining.ask.diploma." + said.text("diploma")) : ""),
                        Fact.of(t.localize("joining.ask.experience"), said.text("experience")),
                        Fact.of(t.localize("joining.ask.holder"), said.text("holder")))
                .facts(
                        t.localize("bureau.entry.work"),
                        Fact.of(t.localize("joining.ask.clientName"), said.text("clientName")),
                        Fact.of(t.localize("joining.ask.title"), said.text("title")),
                        Fact.of(t.localize("joining.ask.start"), day(said.day("start"), t)),
                        Fact.of(t.localize("joining.ask.end"), day(said.day("end"), t)),
                        Fact.of(
                                t.localize("joining.ask.price"),
                                said.money("price") == null
                                        ? ""
                                        : t.money(java.util.Objects.requireNonNull(said.money("price")))));
        gates(sheet, readiness, t);
        proofs(sheet, desk, found, t);
        links(sheet, desk, found, t);
        if (who.has(desk.operator(), Role.GESTIONNAIRE)) acts(sheet, desk, found, readiness, typed, t);
        return sheet.done();
    }

    private static String day(java.time.@Nullable LocalDate day, Texts t) {
        return day == null ? "" : t.date(day);
    }

    private static void gates(Sheet.Builder sheet, Readiness readiness, Texts t) {
        var columns = List.of(
                Column.text(t.localize("bureau.entry.gate")),
                Column.text(t.localize("bureau.entry.for")),
                Column.text(t.localize("bureau.col.state")));
        var rows = readiness.gates().stream()
                .map(gate -> List.of(
                        Cell.text(
                                t.localize("joining.gate." + gate.key()),
                                gate.what().article()),
                        Cell.text(t.localize("joining.party." + gate.who().name())),
                        Cell.badge(
                                t.localize("joining.gate.state." + gate.state().name()), tone(gate.state()))))
                .toList();
        sheet.list(new Listing(t.localize("bureau.entry.gates"), columns, rows, ""));
    }

    private static void proofs(Sheet.Builder sheet, Desk desk, Application found, Texts t) {
        var columns = List.of(
                Column.text(t.localize("joining.proofs")),
                Column.text(t.localize("bureau.entry.expires")),
                Column.text(t.localize("bureau.col.state")));
        var rows = found.proofs().stream()
                .map(proof -> List.of(
                        Cell.link(
                                t.localize("joining.proof." + proof.kind().name()),
                                proof.fileName(),
                                desk.href("entrees/" + found.id() + "/pieces/" + proof.id())),
                        Cell.text(day(proof.expires(), t)),
                        Cell.badge(
                                t.localize("joining.verdict." + proof.verdict().name()), tone(proof.verdict()))))
                .toList();
        sheet.list(new Listing(t.localize("joining.proofs"), columns, rows, t.localize("bureau.entry.noproof")));
    }

    private static void links(Sheet.Builder sheet, Desk desk, Application found, Texts t) {
        var made = found.admitted();
        if (made == null) return;
        sheet.link(t.localize("bureau.entry.person"), desk.href("personnes/" + made.person()));
        var mission = made.mission();
        if (mission != null) sheet.link(t.localize("bureau.entry.mission"), desk.href("missions/" + mission));
        sheet.link(t.localize("bureau.dpae"), desk.href("personnes/" + made.person() + "/dpae"));
    }

    private static void acts(
            Sheet.Builder sheet, Desk desk, Application found, Readiness readiness, @Nullable Typed typed, Texts t) {
        var base = desk.href("entrees/" + found.id());
        if (!found.state().isOver()) {
            for (var proof : found.proofs()) {
                if (proof.verdict() == Proof.Verdict.WAITING) sheet.act(judging(base, proof, typed, t));
            }
        }
        if (asksTitle(readiness) && found.state() != ApplicationState.DECLINED) {
            sheet.act(Act.saying(
                    t.localize("bureau.entry.title"),
                    t.localize("bureau.entry.title.hint"),
                    base + "/titre",
                    back(
                            typed,
                            Field.date("asked", t.localize("bureau.entry.title.asked"))
                                    .value(
                                            found.titleAsked() == null
                                                    ? ""
                                                    : found.titleAsked().toString())
                                    .must()),
                    back(typed, Field.select("answer", t.localize("bureau.entry.title.answer"), answers(t)))));
        }
        if (found.state().isOver()) return;
        if (readiness.beforeAdmission().isEmpty()) {
            sheet.link(t.localize("bureau.entry.admit"), base + "/admission");
        }
        sheet.act(Act.saying(
                t.localize("bureau.entry.decline"),
                t.localize("bureau.entry.decline.hint"),
                base + "/refus",
                back(
                        typed,
                        Field.of("textarea", "decline", t.localize("bureau.entry.decline.reason"))
                                .must())));
    }

    private static boolean asksTitle(Readiness readiness) {
        return readiness.gates().stream()
                .anyMatch(gate -> gate.what().ruleId().equals("KY-05") && gate.moment() == Gate.Moment.START
                        || gate.key().equals("KY-05.refused"));
    }

    private static Act judging(String base, Proof proof, @Nullable Typed typed, Texts t) {
        var verdicts = List.of(
                new Option("ACCEPTED", t.localize("bureau.entry.proof.accept"), true),
                new Option("REFUSED", t.localize("bureau.entry.proof.refuse"), false));
        return Act.saying(
                t.localize(
                        "bureau.entry.proof",
                        t.localize("joining.proof." + proof.kind().name())),
                t.localize("bureau.entry.proof.hint." + proof.kind().name()),
                base + "/pieces/" + proof.id() + "/verdict",
                Field.select("verdict", t.localize("bureau.entry.proof.verdict"), verdicts),
                back(typed, Field.text("reason", t.localize("bureau.entry.proof.reason"))));
    }

    private static List<Option> answers(Texts t) {
        var options = new ArrayList<Option>();
        options.add(new Option("", t.localize("bureau.entry.title.none"), true));
        for (var answer : TitleAnswer.values()) {
            options.add(new Option(answer.name(), t.localize("bureau.entry.title." + answer.name()), false));
        }
        return options;
    }

    private static Field back(@Nullable Typed typed, Field field) {
        return typed == null ? field : typed.back(field);
    }

    private static String tone(ApplicationState state) {
        return switch (state) {
            case OPEN -> "info";
            case SUBMITTED -> "warn";
            case ADMITTED -> "ok";
            case DECLINED -> "quiet";
        };
    }

    private static String tone(Gate.State state) {
        return switch (state) {
            case MET -> "ok";
            case MISSING -> "warn";
            case AWAITED -> "info";
            case SHUT -> "refuse";
        };
    }

    private static String tone(Proof.Verdict verdict) {
        return switch (verdict) {
            case WAITING -> "warn";
            case ACCEPTED -> "ok";
            case REFUSED -> "refuse";
        };
    }
}
