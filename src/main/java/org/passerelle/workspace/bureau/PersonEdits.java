package org.passerelle.workspace.bureau;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.PersonId;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.people.PersonChange;
import org.passerelle.platform.once.Revised;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.FindingCard;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What the four forms that change a worker's file have in common: who may, what stands, what came of it.
@Component
class PersonEdits {

    /// One of the forms.
    interface Kind {

        /// Below the person's page: `iban`.
        String path();

        Standing standing(Person person);

        List<Form.Part> parts(Person person, Typed typed, Texts t);

        /// Reads what was typed and asks for it.
        ///
        /// @return null when something is missing or wrong; then the fields say what
        @Nullable
        PersonChange ask(Person person, Typed typed, int seen, UUID intent, Texts t);

        /// Beside the field that it is about.
        void refuse(InvalidValue e, Typed typed, Texts t);
    }

    private final Desks desks;
    private final People people;

    PersonEdits(Desks desks, People people) {
        this.desks = desks;
        this.people = people;
    }

    ModelAndView shown(Kind kind, SignedIn who, UUID operator, UUID person, Texts t, Role... roles) {
        var desk = desks.at(who, operator, Place.PEOPLE, t);
        Desks.require(who, desk, roles);
        var found = found(desk, person);
        var typed = kind.standing(found.value()).typed(t);
        var form = form(desk, kind, found, typed, UUID.randomUUID(), List.of(), List.of(), t);
        return Partials.page("workspace/bureau/form", Map.of("desk", desk, "form", form));
    }

    ModelAndView change(Kind kind, SignedIn who, UUID operator, UUID person, Typed typed, Texts t, Role... roles) {
        var desk = desks.at(who, operator, Place.PEOPLE, t);
        Desks.require(who, desk, roles);
        var intent = Desks.intent(typed);
        var found = found(desk, person);
        int seen = Desks.seen(typed);
        var mine = new Revised<>(found.value(), seen);
        BiFunction<Revised<Person>, List<Fact>, ModelAndView> again =
                (file, theirs) -> again(form(desk, kind, file, typed, intent, List.of(), theirs, t), desk);
        try {
            var outcome = kind.ask(found.value(), typed, seen, intent, t);
            if (outcome == null) return again.apply(mine, List.of());
            return switch (outcome) {
                case PersonChange.Changed(var done) ->
                    Partials.seeOther(desk.href("personnes/" + done.id()), Toast.ok("bureau.edit.done", done.name()));
                case PersonChange.Refused(var findings) ->
                    again(form(desk, kind, mine, typed, intent, FindingCard.of(findings, t), List.of(), t), desk);
                case PersonChange.Meanwhile(var now) ->
                    again.apply(now, kind.standing(now.value()).differing(kind.parts(now.value(), typed, t), t));
            };
        } catch (InvalidValue e) {
            kind.refuse(e, typed, t);
            return again.apply(mine, List.of());
        }
    }

    /// The months from which terms may change: those not paid yet, to the end of next year.
    Field months(Person person, Month today, Typed typed, Texts t) {
        var first = people.firstToChange(person);
        var chosen = first.compareTo(today) > 0 ? first : today;
        var options = new ArrayList<Option>();
        var last = Month.of(chosen.year() + 1, 12);
        for (var month = last; month.compareTo(first) >= 0 && options.size() < 60; month = month.previous()) {
            options.addFirst(new Option(month.toString(), t.month(month), month.equals(chosen)));
        }
        return typed.back(Field.select("month", t.localize("bureau.edit.from"), options)
                .must()
                .hint(t.localize("bureau.edit.from.hint")));
    }

    private Revised<Person> found(Desk desk, UUID person) {
        var found = people.revised(new PersonId(person));
        if (!found.value().operator().equals(desk.operator())) throw Desks.notHere();
        return found;
    }

    private static ModelAndView again(Form form, Desk desk) {
        return Partials.unprocessable("workspace/bureau/form", Map.of("desk", desk, "form", form));
    }

    private static Form form(
            Desk desk,
            Kind kind,
            Revised<Person> person,
            Typed typed,
            UUID intent,
            List<FindingCard> findings,
            List<Fact> theirs,
            Texts t) {
        var href = desk.href("personnes/" + person.value().id());
        return new Form(
                t.localize(
                        "bureau.person." + kind.path() + ".title",
                        person.value().name()),
                t.localize(
                        "bureau.person." + kind.path() + ".lead",
                        person.value().iban().masked()),
                href + "/" + kind.path(),
                t.localize("bureau.edit.save"),
                href,
                intent,
                kind.parts(person.value(), typed, t),
                findings,
                typed.hasErrors(),
                person.revision(),
                theirs);
    }
}
