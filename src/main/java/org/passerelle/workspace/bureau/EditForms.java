package org.passerelle.workspace.bureau;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.once.Change;
import org.passerelle.platform.once.Revised;
import org.passerelle.platform.web.FindingCard;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.web.servlet.ModelAndView;

/// A form that changes something that stands: shown with what stands; come back with what is wrong, or with what a
/// colleague did meanwhile (422); and done (303).
///
/// @param <T> what is changed
final class EditForms<T> {

    /// What is particular to one of the forms.
    interface Kind<T> {

        /// @param back where the thing itself is shown; the form is one path below
        String back(Desk desk, T value);

        /// Below it: `iban`.
        String path();

        String name(T value);

        String title(T value, Texts t);

        String lead(T value, Texts t);

        Standing standing(T value);

        List<Form.Part> parts(T value, Typed typed, Texts t);

        /// Reads what was typed and asks for it.
        ///
        /// @return null when something is missing or wrong; then the fields say what
        @Nullable
        Change<T> ask(T value, Typed typed, int seen, UUID intent, Texts t);

        /// Beside the field that it is about.
        void refuse(InvalidValue e, Typed typed, Texts t);
    }

    private static final String TEMPLATE = "workspace/bureau/form";

    private final Desk desk;
    private final Kind<T> kind;
    private final Texts t;

    EditForms(Desk desk, Kind<T> kind, Texts t) {
        this.desk = desk;
        this.kind = kind;
        this.t = t;
    }

    ModelAndView shown(Revised<T> found) {
        var typed = kind.standing(found.value()).typed(t);
        return Partials.page(TEMPLATE, model(found, typed, UUID.randomUUID(), List.of(), List.of()));
    }

    ModelAndView change(Revised<T> found, Typed typed) {
        var intent = Desks.intent(typed);
        var mine = new Revised<>(found.value(), Desks.seen(typed));
        try {
            var outcome = kind.ask(found.value(), typed, mine.revision(), intent, t);
            return switch (outcome) {
                case null -> again(mine, typed, intent, List.of(), List.of());
                case Change.Changed<T>(var done) ->
                    Partials.seeOther(kind.back(desk, done), Toast.ok("bureau.edit.done", kind.name(done)));
                case Change.Refused<T>(var findings) ->
                    again(mine, typed, intent, FindingCard.of(findings, t), List.of());
                case Change.Meanwhile<T>(var now) ->
                    again(
                            now,
                            typed,
                            intent,
                            List.of(),
                            kind.standing(now.value()).differing(kind.parts(now.value(), typed, t), t));
            };
        } catch (InvalidValue e) {
            kind.refuse(e, typed, t);
            return again(mine, typed, intent, List.of(), List.of());
        }
    }

    private ModelAndView again(
            Revised<T> value, Typed typed, UUID intent, List<FindingCard> findings, List<Fact> theirs) {
        return Partials.unprocessable(TEMPLATE, model(value, typed, intent, findings, theirs));
    }

    private Map<String, ?> model(
            Revised<T> value, Typed typed, UUID intent, List<FindingCard> findings, List<Fact> theirs) {
        var back = kind.back(desk, value.value());
        var form = new Form(
                kind.title(value.value(), t),
                kind.lead(value.value(), t),
                back + "/" + kind.path(),
                t.localize("bureau.edit.save"),
                back,
                intent,
                kind.parts(value.value(), typed, t),
                findings,
                typed.hasErrors(),
                value.revision(),
                theirs);
        return Map.of("desk", desk, "form", form);
    }
}
