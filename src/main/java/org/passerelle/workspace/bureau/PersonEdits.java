package org.passerelle.workspace.bureau;

import java.util.UUID;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.PersonId;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.once.Revised;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What the four forms that change a worker's file have in common: who may, which file, from when.
@Component
class PersonEdits {

    /// One of the forms.
    interface Kind extends EditForms.Kind<Person> {

        @Override
        default String back(Desk desk, Person person) {
            return desk.href("personnes/" + person.id());
        }

        @Override
        default String name(Person person) {
            return person.name();
        }

        @Override
        default String title(Person person, Texts t) {
            return t.localize("bureau.person." + path() + ".title", person.name());
        }

        @Override
        default String lead(Person person, Texts t) {
            return t.localize("bureau.person." + path() + ".lead", person.iban().masked());
        }
    }

    private final Desks desks;
    private final People people;

    PersonEdits(Desks desks, People people) {
        this.desks = desks;
        this.people = people;
    }

    ModelAndView shown(Kind kind, SignedIn who, UUID operator, UUID person, Texts t, Role... roles) {
        var desk = desk(who, operator, t, roles);
        return new EditForms<>(desk, kind, t).shown(found(desk, person));
    }

    ModelAndView change(Kind kind, SignedIn who, UUID operator, UUID person, Typed typed, Texts t, Role... roles) {
        var desk = desk(who, operator, t, roles);
        return new EditForms<>(desk, kind, t).change(found(desk, person), typed);
    }

    /// The months from which terms may change: those not paid yet.
    Field months(Person person, Month today, Typed typed, Texts t) {
        return MonthField.from(people.firstToChange(person), today, typed, t);
    }

    private Desk desk(SignedIn who, UUID operator, Texts t, Role... roles) {
        var desk = desks.at(who, operator, Place.PEOPLE, t);
        Desks.require(who, desk, roles);
        return desk;
    }

    private Revised<Person> found(Desk desk, UUID person) {
        var found = people.revised(new PersonId(person));
        if (!found.value().operator().equals(desk.operator())) throw Desks.notHere();
        return found;
    }
}
