package org.passerelle.workspace.bureau;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Nir;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Siren;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Person;
import org.passerelle.people.Qualification;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;

/// The fields of a worker's file, new or changed. Of a file that stands IBAN and terms have forms of their own; what
/// the
/// payslips given bear is not asked for any more.
///
/// @param before the file as it stands; null for a new one
/// @param paid the last month paid; null while there is none
record PersonForm(
        Frame frame, @Nullable Person before, @Nullable Month paid) {

    static Standing standing(Person person) {
        var level = person.qualification().diplomaLevel();
        var standing = new Standing()
                .put("firstName", person.firstName())
                .put("lastName", person.lastName())
                .put("birthDate", person.birthDate())
                .put("email", person.email())
                .put("entry", person.employment().entry())
                .put("exit", person.employment().exit())
                .put("diploma", level)
                .put("experience", person.qualification().experienceMonths())
                .put("ownSiren", person.ownSiren())
                .check("sap", person.sapDeclared());
        return AddressFields.put(standing, person.address());
    }

    List<Form.Part> parts(Typed typed, Texts t) {
        return List.of(
                new Form.Part(t.localize("bureau.person.identity"), identity(typed, t)),
                new Form.Part(t.localize("bureau.address"), AddressFields.fields(typed, t)),
                new Form.Part(t.localize("bureau.person.contract"), contract(typed, t)),
                new Form.Part(t.localize("bureau.person.qualification"), qualification(typed, t)));
    }

    private List<Field> identity(Typed typed, Texts t) {
        var fields = new ArrayList<Field>();
        fields.add(typed.back(Field.text("firstName", t.localize("bureau.person.first"))
                .must()
                .autocomplete("off")));
        fields.add(typed.back(
                Field.text("lastName", t.localize("bureau.person.last")).must().autocomplete("off")));
        if (paid == null) {
            fields.add(typed.back(
                    Field.date("birthDate", t.localize("bureau.person.birth")).must()));
            var nir = Field.text("nir", t.localize("bureau.person.nir")).autocomplete("off");
            fields.add(typed.back(
                    before == null
                            ? nir.must().hint(t.localize("bureau.person.nir.hint"))
                            : nir.hint(t.localize(
                                    "bureau.person.nir.same", before.nir().masked()))));
        }
        fields.add(typed.back(
                Field.of("email", "email", t.localize("bureau.email")).must()));
        if (before == null) {
            fields.add(typed.back(Field.text("iban", t.localize("bureau.person.iban"))
                    .must()
                    .autocomplete("off")
                    .hint(t.localize("bureau.person.iban.hint"))));
        }
        return fields;
    }

    private List<Field> contract(Typed typed, Texts t) {
        var fields = new ArrayList<Field>();
        if (before == null) {
            var kinds = Arrays.stream(ContractKind.values())
                    .filter(kind -> kind.belongsTo(frame))
                    .map(kind -> new Option(kind.name(), t.localize("bureau.contract." + kind.name()), false))
                    .toList();
            fields.add(typed.back(Field.select("contract", t.localize("bureau.person.contract"), kinds)));
        }
        if (paid == null) {
            fields.add(typed.back(
                    Field.date("entry", t.localize("bureau.person.entry")).must()));
        }
        fields.add(typed.back(
                Field.date("exit", t.localize("bureau.person.exit")).hint(t.localize("bureau.person.exit.hint"))));
        if (before == null) {
            fields.addAll(TermsFields.fields(frame == Frame.PORTAGE_SALARIAL, typed, t));
            fields.add(TermsFields.rate(typed, t));
        }
        return fields;
    }

    private static List<Field> qualification(Typed typed, Texts t) {
        return List.of(
                typed.back(Field.select("diploma", t.localize("bureau.person.diploma"), diplomas(t))),
                typed.back(Field.of("number", "experience", t.localize("bureau.person.experience"))
                        .hint(t.localize("bureau.person.experience.hint"))),
                typed.back(Field.text("ownSiren", t.localize("bureau.person.siren"))
                        .hint(t.localize("bureau.person.siren.hint"))),
                typed.back(Field.of("checkbox", "sap", t.localize("bureau.person.sap"))));
    }

    private static List<Option> diplomas(Texts t) {
        var options = new ArrayList<Option>();
        options.add(new Option("", t.localize("bureau.diploma.unknown"), true));
        for (var level : List.of("0", "3", "4", "5", "6", "7", "8")) {
            options.add(new Option(level, t.localize("bureau.diploma." + level), false));
        }
        return options;
    }

    /// Each field by itself first, so that all that is wrong is shown at once; then what only the whole can tell.
    ///
    /// @return null when something is missing or wrong; then the fields say what
    @Nullable
    Person read(OperatorId operator, Typed typed, Texts t) {
        var firstName = typed.mustText("firstName");
        var lastName = typed.mustText("lastName");
        var email = typed.mustText("email");
        var birth = before != null && paid != null ? before.birthDate() : typed.must("birthDate", Typed::date);
        var nir = nir(typed);
        var iban = before == null ? typed.must("iban", Iban::of) : before.iban();
        var diploma = typed.value("diploma", Typed::whole);
        var months = typed.value("experience", Typed::whole);
        var siren = typed.value("ownSiren", Siren::of);
        var withholding = before == null ? TermsFields.withholding(typed) : before.withholding();
        var kind = before == null
                ? typed.must("contract", text -> Typed.choice(ContractKind.class, text))
                : before.employment().kind();
        var entry = before != null && paid != null ? before.employment().entry() : typed.must("entry", Typed::date);
        var exit = typed.value("exit", Typed::date);
        var address = AddressFields.read(typed, t);
        if (kind == null) return null;
        try {
            var employment = before == null
                    ? TermsFields.read(kind, entry, exit, typed, t)
                    : entry == null ? null : before.employment().between(entry, exit);
            if (typed.hasErrors() || birth == null || nir == null || iban == null) return null;
            if (address == null || employment == null || withholding == null) return null;
            return new Person(
                    before == null ? PersonId.random() : before.id(),
                    operator,
                    before == null ? null : before.user(),
                    before == null ? Person.UNCODED : before.code(),
                    firstName,
                    lastName,
                    birth,
                    nir,
                    address,
                    email,
                    iban,
                    new Qualification(diploma, months),
                    siren,
                    typed.checked("sap"),
                    employment,
                    withholding);
        } catch (InvalidValue e) {
            refuse(e, typed, t);
            return null;
        }
    }

    private @Nullable Nir nir(Typed typed) {
        if (before == null) return typed.must("nir", Nir::of);
        if (paid != null || typed.text("nir").isEmpty()) return before.nir();
        return typed.value("nir", Nir::of);
    }

    /// Beside the field that it is about.
    static void refuse(InvalidValue e, Typed typed, Texts t) {
        var field = switch (e.code()) {
            case "nir.birth_date", "nir.paid" -> "nir";
            case "birth_date.too_young", "birth_date.paid" -> "birthDate";
            case "entry.paid" -> "entry";
            case "range.order", "exit.paid" -> "exit";
            case "email.format" -> "email";
            case "diploma.level" -> "diploma";
            case "experience.months" -> "experience";
            default -> "lastName";
        };
        typed.refuse(field, t.error(e));
    }
}
