package org.passerelle.workspace.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.activity.Expense;
import org.passerelle.activity.ExpenseCategory;
import org.passerelle.activity.ExpenseState;
import org.passerelle.activity.Expenses;
import org.passerelle.documents.Documents;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.ExpenseId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.missions.Mission;
import org.passerelle.missions.Missions;
import org.passerelle.people.Person;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Field;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Professional expenses with their receipt (PS-68).
@Controller
@OpenTo(Role.FREELANCER)
@RequestMapping("/frais")
class ExpensesPage {

    private final MyFile files;
    private final Expenses expenses;
    private final ExpenseClaims claims;
    private final Documents documents;
    private final Missions missions;
    private final Clock clock;

    ExpensesPage(
            MyFile files,
            Expenses expenses,
            ExpenseClaims claims,
            Documents documents,
            Missions missions,
            Clock clock) {
        this.files = files;
        this.expenses = expenses;
        this.claims = claims;
        this.documents = documents;
        this.missions = missions;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who, @RequestParam(name = "mois") Optional<String> mois, Texts t) {
        var month = mois.map(Month::of).orElseGet(() -> Month.containing(Days.today(clock)));
        return Partials.page(
                "workspace/expenses", Map.of("view", view(files.of(who), month, new Typed(Map.of(), t), t)));
    }

    @PostMapping
    ModelAndView claim(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam("mois") String mois,
            @RequestParam(name = "justificatif") Optional<MultipartFile> receipt,
            Typed typed,
            Texts t)
            throws IOException {
        var me = files.of(who);
        var month = Month.of(mois);
        var day = typed.must("date", Typed::date);
        var label = typed.mustText("libelle");
        var gross = typed.must("ttc", Typed::money);
        var vat = typed.value("tva", Typed::money);
        var mission = typed.value("mission", MissionId::of);
        var content = receipt.isEmpty() ? new byte[0] : receipt.get().getBytes();
        if (content.length == 0) typed.refuse("justificatif", t.localize("value.receipt.missing"));
        if (!typed.hasErrors() && day != null && gross != null) {
            try {
                claims.claim(
                        id -> new Expense(
                                ExpenseId.random(),
                                me.operator(),
                                me.id(),
                                month,
                                day,
                                category(typed),
                                label,
                                mission,
                                gross,
                                vat == null ? Money.ZERO : vat,
                                typed.checked("refacture"),
                                id,
                                ExpenseState.SUBMITTED,
                                null),
                        nameOf(receipt.orElseThrow()),
                        content,
                        typed.intent());
                return Partials.seeOther("/frais?mois=" + month, Toast.ok("workspace.expense.sent", label));
            } catch (InvalidValue e) {
                typed.refuse(fieldOf(e), t.error(e));
            }
        }
        return Partials.unprocessable("workspace/expenses", Map.of("view", view(me, month, typed, t)));
    }

    @GetMapping("/{expense}/justificatif")
    ResponseEntity<byte[]> receipt(@AuthenticationPrincipal SignedIn who, @PathVariable("expense") String id) {
        var expense = expenses.get(ExpenseId.of(id));
        if (!expense.person().equals(files.of(who).id())) throw new NoSuchElementException();
        var document = documents.find(expense.receipt()).orElseThrow();
        return Downloads.attachment(document.fileName(), document.mediaType(), documents.content(document.id()));
    }

    private static String nameOf(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "justificatif" : name;
    }

    private static ExpenseCategory category(Typed typed) {
        return Arrays.stream(ExpenseCategory.values())
                .filter(category -> category.name().equals(typed.text("categorie")))
                .findFirst()
                .orElse(ExpenseCategory.OTHER);
    }

    private static String fieldOf(InvalidValue e) {
        return switch (e.code()) {
            case "expense.day" -> "date";
            case "expense.vat" -> "tva";
            case "expense.mission" -> "mission";
            case "money.positive" -> "ttc";
            case "label.missing" -> "libelle";
            default -> "justificatif";
        };
    }

    private ExpensesView view(Person me, Month month, Typed typed, Texts t) {
        var all = expenses.of(me.id(), month);
        return new ExpensesView(
                month.toString(),
                t.ofMonth(month),
                all.stream().map(expense -> row(expense, t)).toList(),
                all.stream().map(Expense::gross).reduce(Money.ZERO, Money::plus),
                fields(me, month, typed, t),
                typed.back(Field.of("file", "justificatif", t.localize("workspace.expense.receipt"))
                        .hint(t.localize("workspace.expense.receipt.hint"))
                        .must()),
                typed.hasErrors(),
                UUID.randomUUID());
    }

    private List<Field> fields(Person me, Month month, Typed typed, Texts t) {
        var categories = Arrays.stream(ExpenseCategory.values())
                .map(c -> new Option(c.name(), t.localize("workspace.expense.category." + c.name()), false))
                .toList();
        var mine = new ArrayList<Option>();
        mine.add(new Option("", t.localize("workspace.expense.prospecting"), true));
        missions.of(me.id()).stream()
                .filter(Mission::isAgreed)
                .map(m -> new Option(m.id().toString(), m.terms().title(), false))
                .forEach(mine::add);
        return List.of(
                typed.back(
                        Field.date("date", t.localize("workspace.expense.day")).must()),
                typed.back(Field.select("categorie", t.localize("workspace.expense.category"), categories)),
                typed.back(Field.text("libelle", t.localize("workspace.expense.label"))
                        .hint(t.localize("workspace.expense.label.hint"))
                        .must()),
                typed.back(Field.select("mission", t.localize("workspace.expense.mission"), mine)),
                typed.back(Field.money("ttc", t.localize("workspace.expense.gross"))
                        .hint(t.localize("workspace.expense.money.hint"))
                        .must()),
                typed.back(Field.money("tva", t.localize("workspace.expense.vat"))
                        .hint(t.localize("workspace.expense.vat.hint"))),
                typed.back(Field.of("checkbox", "refacture", t.localize("workspace.expense.rebilled"))));
    }

    private static ExpensesView.Row row(Expense expense, Texts t) {
        LocalDate day = expense.day();
        return new ExpensesView.Row(
                t.date(day),
                expense.label(),
                t.localize("workspace.expense.category." + expense.category().name()),
                expense.gross(),
                expense.vat(),
                t.localize("workspace.expense.state." + expense.state().name()),
                switch (expense.state()) {
                    case SUBMITTED -> "info";
                    case APPROVED -> "ok";
                    case RETURNED -> "warn";
                },
                expense.returnReason(),
                "/frais/" + expense.id() + "/justificatif");
    }
}
