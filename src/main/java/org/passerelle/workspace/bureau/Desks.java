package org.passerelle.workspace.bureau;

import java.util.Arrays;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.operators.Operators;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.springframework.stereotype.Component;

/// Who may stand at the desk of which entity. For everybody else the entity does not exist (S-11).
@Component
class Desks {

    private final Operators operators;

    Desks(Operators operators) {
        this.operators = operators;
    }

    /// The desk of an entity, for somebody who may open this place.
    ///
    /// @throws NoSuchElementException when the person holds none of the place's roles there
    Desk at(SignedIn who, UUID operator, Place place, Texts t) {
        var id = new OperatorId(operator);
        if (!who.has(id, place.roles())) throw new NoSuchElementException("no desk at " + id);
        var entity = operators.get(id);
        var places = Arrays.stream(Place.values())
                .filter(each -> who.has(id, each.roles()))
                .map(each -> new Desk.Place(t.localize("bureau.place." + each.name()), href(id, each), each == place))
                .toList();
        var others = who.operators().stream()
                .filter(other -> !other.equals(id) && who.has(other, Place.QUEUE.roles()))
                .map(operators::get)
                .map(other -> new Desk.Place(other.name(), "/bureau/" + other.id(), false))
                .sorted(Comparator.comparing(Desk.Place::label))
                .toList();
        return new Desk(
                id, entity.name(), t.localize("frames.name." + entity.frame().name()), places, others);
    }

    /// The first entity, by name, at whose desk this person may stand.
    OperatorId first(SignedIn who) {
        return operators.all().stream()
                .filter(operator -> who.has(operator.id(), Place.QUEUE.roles()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// Only for somebody with one of these roles there.
    ///
    /// @throws NoSuchElementException otherwise
    static void require(SignedIn who, Desk desk, Role... roles) {
        if (!who.has(desk.operator(), roles)) throw new NoSuchElementException("not a role of theirs");
    }

    /// The name of the act that a form was made for.
    ///
    /// @throws InvalidValue `id.format` when the form carries none
    static UUID intent(Typed typed) {
        try {
            return UUID.fromString(typed.text("intent"));
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("id.format", "");
        }
    }

    /// The revision that a form was made of.
    ///
    /// @throws InvalidValue `number.format` when the form carries none
    static int seen(Typed typed) {
        return Typed.whole(typed.text("seen"));
    }

    /// What is not of this desk does not exist here (S-11).
    static NoSuchElementException notHere() {
        return new NoSuchElementException("not of this desk");
    }

    private static String href(OperatorId operator, Place place) {
        return "/bureau/" + operator + (place.path().isEmpty() ? "" : "/" + place.path());
    }
}
