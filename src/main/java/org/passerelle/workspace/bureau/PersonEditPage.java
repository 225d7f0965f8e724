package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.FreshFactor;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Month;
import org.passerelle.operators.Operators;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.once.Change;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// A worker's file is changed: the file itself, the bank account, the terms of the contract and the rate withheld, each
/// in
/// a form of its own. What decides pay holds from a month that was not paid yet.
@Controller
@OpenTo(Role.GESTIONNAIRE)
@RequestMapping("/bureau/{operator}/personnes/{person}")
class PersonEditPage {

    private final PersonEdits edits;
    private final People people;
    private final Operators operators;
    private final Clock clock;

    PersonEditPage(PersonEdits edits, People people, Operators operators, Clock clock) {
        this.edits = edits;
        this.people = people;
        this.operators = operators;
        this.clock = clock;
    }

    @GetMapping("/modification")
    ModelAndView file(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID person, Texts t) {
        return edits.shown(new File(), who, operator, person, t, Role.GESTIONNAIRE);
    }

    @PostMapping("/modification")
    ModelAndView changeFile(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID person,
            Typed typed,
            Texts t) {
        return edits.change(new File(), who, operator, person, typed, t, Role.GESTIONNAIRE);
    }

    @FreshFactor
    @GetMapping("/iban")
    ModelAndView iban(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID person, Texts t) {
        return edits.shown(new Account(), who, operator, person, t, Role.GESTIONNAIRE);
    }

    @FreshFactor
    @PostMapping("/iban")
    ModelAndView changeIban(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID person,
            Typed typed,
            Texts t) {
        return edits.change(new Account(), who, operator, person, typed, t, Role.GESTIONNAIRE);
    }

    @GetMapping("/contrat")
    ModelAndView terms(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID person, Texts t) {
        return edits.shown(new Terms(), who, operator, person, t, Role.GESTIONNAIRE);
    }

    @PostMapping("/contrat")
    ModelAndView changeTerms(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID person,
            Typed typed,
            Texts t) {
        return edits.change(new Terms(), who, operator, person, typed, t, Role.GESTIONNAIRE);
    }

    @OpenTo({Role.GESTIONNAIRE, Role.PAYROLL})
    @GetMapping("/taux")
    ModelAndView rate(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID person, Texts t) {
        return edits.shown(new Rate(), who, operator, person, t, Role.GESTIONNAIRE, Role.PAYROLL);
    }

    @OpenTo({Role.GESTIONNAIRE, Role.PAYROLL})
    @PostMapping("/taux")
    ModelAndView changeRate(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID person,
            Typed typed,
            Texts t) {
        return edits.change(new Rate(), who, operator, person, typed, t, Role.GESTIONNAIRE, Role.PAYROLL);
    }

    private Field month(Person person, Typed typed, Texts t) {
        return edits.months(person, Month.containing(Days.today(clock)), typed, t);
    }

    private final class File implements PersonEdits.Kind {

        private PersonForm form(Person person) {
            return new PersonForm(operators.get(person.operator()).frame(), person, people.lastPaid(person));
        }

        @Override
        public String path() {
            return "modification";
        }

        @Override
        public Standing standing(Person person) {
            return PersonForm.standing(person);
        }

        @Override
        public List<Form.Part> parts(Person person, Typed typed, Texts t) {
            return form(person).parts(typed, t);
        }

        @Override
        public @Nullable Change<Person> ask(Person person, Typed typed, int seen, UUID intent, Texts t) {
            var wished = form(person).read(person.operator(), typed, t);
            return wished == null ? null : people.change(wished, seen, intent);
        }

        @Override
        public void refuse(InvalidValue e, Typed typed, Texts t) {
            PersonForm.refuse(e, typed, t);
        }
    }

    private final class Account implements PersonEdits.Kind {

        @Override
        public String path() {
            return "iban";
        }

        @Override
        public Standing standing(Person person) {
            return new Standing();
        }

        @Override
        public List<Form.Part> parts(Person person, Typed typed, Texts t) {
            return List.of(new Form.Part(
                    t.localize("bureau.person.iban"),
                    List.of(
                            typed.back(Field.text("iban", t.localize("bureau.person.iban.new"))
                                    .must()
                                    .autocomplete("off")
                                    .hint(t.localize("bureau.person.iban.hint"))),
                            typed.back(Field.of("checkbox", "checked", t.localize("bureau.person.iban.checked"))
                                    .must()
                                    .hint(t.localize("bureau.person.iban.checked.hint"))))));
        }

        @Override
        public @Nullable Change<Person> ask(Person person, Typed typed, int seen, UUID intent, Texts t) {
            var iban = typed.must("iban", Iban::of);
            if (!typed.checked("checked")) typed.refuse("checked", t.localize("bureau.person.iban.unchecked"));
            return iban == null || typed.hasErrors() ? null : people.changeIban(person.id(), iban, seen, intent);
        }

        @Override
        public void refuse(InvalidValue e, Typed typed, Texts t) {
            typed.refuse("iban", t.error(e));
        }
    }

    private final class Terms implements PersonEdits.Kind {

        @Override
        public String path() {
            return "contrat";
        }

        @Override
        public Standing standing(Person person) {
            return TermsFields.put(new Standing(), person.employment());
        }

        @Override
        public List<Form.Part> parts(Person person, Typed typed, Texts t) {
            var fields = new ArrayList<Field>();
            fields.add(month(person, typed, t));
            fields.addAll(
                    TermsFields.fields(TermsFields.isPortage(person.employment().kind()), typed, t));
            return List.of(new Form.Part(t.localize("bureau.person.contract"), fields));
        }

        @Override
        public @Nullable Change<Person> ask(Person person, Typed typed, int seen, UUID intent, Texts t) {
            var from = typed.must("month", Month::of);
            var now = person.employment();
            var terms = TermsFields.read(now.kind(), now.entry(), now.exit(), typed, t);
            return from == null || terms == null ? null : people.employ(person.id(), from, terms, seen, intent);
        }

        @Override
        public void refuse(InvalidValue e, Typed typed, Texts t) {
            typed.refuse("month", t.error(e));
        }
    }

    private final class Rate implements PersonEdits.Kind {

        @Override
        public String path() {
            return "taux";
        }

        @Override
        public Standing standing(Person person) {
            return TermsFields.put(new Standing(), person.withholding());
        }

        @Override
        public List<Form.Part> parts(Person person, Typed typed, Texts t) {
            return List.of(new Form.Part(
                    t.localize("bureau.person.pas"), List.of(month(person, typed, t), TermsFields.rate(typed, t))));
        }

        @Override
        public @Nullable Change<Person> ask(Person person, Typed typed, int seen, UUID intent, Texts t) {
            var from = typed.must("month", Month::of);
            var rate = TermsFields.withholding(typed);
            return from == null || rate == null ? null : people.withhold(person.id(), from, rate, seen, intent);
        }

        @Override
        public void refuse(InvalidValue e, Typed typed, Texts t) {
            typed.refuse("month", t.error(e));
        }
    }
}
