package org.passerelle.cli.month;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Nir;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.Siren;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Employment;
import org.passerelle.people.PayStep;
import org.passerelle.people.Person;
import org.passerelle.people.Qualification;
import org.passerelle.people.Withholding;

/// people.csv: the freelancers.
final class PeopleFile {

    static final List<String> COLUMNS = List.of(
            "operator",
            "code",
            "first_name",
            "last_name",
            "birth_date",
            "nir",
            "address",
            "address2",
            "postcode",
            "city",
            "country",
            "email",
            "iban",
            "diploma_level",
            "experience_months",
            "own_siren",
            "sap_declared",
            "contract",
            "entry",
            "exit",
            "cadre",
            "step",
            "hours_per_week",
            "job",
            "fixed_part",
            "requested_gross",
            "withholding");

    private PeopleFile() {}

    static void read(Sources sources, Map<String, House> houses) {
        for (var row : Table.read(sources, "people.csv", "person", COLUMNS)) {
            var house = row.known("operator", houses, "");
            var code = row.text("code");
            if (house == null) continue;
            if (house.people().containsKey(code)) row.problem("code", "code_twice", code);
            person(house, code, row).ifPresent(person -> {
                house.people().put(code, person);
                sources.place(person.id(), row.place("code"));
            });
            if (row.isBad()) sources.spoil("person", house.code(), code);
        }
    }

    private static Optional<Person> person(House house, String code, Row row) {
        var firstName = row.text("first_name");
        var lastName = row.text("last_name");
        var birth = row.day("birth_date");
        var nir = row.read("nir", Nir::of);
        var address = address(row);
        var email = row.text("email");
        var iban = row.read("iban", Iban::of);
        var diploma = row.maybeWhole("diploma_level");
        var experience = row.maybeWhole("experience_months");
        var siren = row.maybe("own_siren", Siren::of);
        boolean sap = row.flag("sap_declared");
        var employment = employment(row);
        var withholding = row.read("withholding", PeopleFile::withholding);
        if (row.isBad() || address.isEmpty() || employment.isEmpty()) return Optional.empty();
        return row.build(() -> new Person(
                new PersonId(Ids.of("person", house.operator().id(), code)),
                house.operator().id(),
                null,
                code,
                firstName,
                lastName,
                birth,
                nir,
                address.get(),
                email,
                iban,
                new Qualification(diploma, experience),
                siren,
                sap,
                employment.get(),
                withholding));
    }

    static Optional<PostalAddress> address(Row row) {
        var line = row.text("address");
        var postcode = row.text("postcode");
        var city = row.text("city");
        var country = row.text("country");
        return row.build(() -> new PostalAddress(line, row.note("address2"), postcode, city, country));
    }

    private static Optional<Employment> employment(Row row) {
        var kind = row.choice("contract", ContractKind.class);
        var entry = row.day("entry");
        var exit = row.maybeDay("exit");
        boolean cadre = row.flag("cadre");
        var step = row.maybeChoice("step", PayStep.class);
        var hours = row.number("hours_per_week");
        var job = row.text("job");
        var fixed = row.money("fixed_part");
        var requested = row.maybe("requested_gross", Money::of);
        return row.build(() -> new Employment(kind, entry, exit, cadre, step, hours, job, fixed, requested));
    }

    private static Withholding withholding(String text) {
        return text.equals("NEUTRAL") ? new Withholding.Neutral() : new Withholding.Personal(Rate.ofPercent(text));
    }
}
