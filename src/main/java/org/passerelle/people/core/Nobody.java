package org.passerelle.people.core;

import java.time.LocalDate;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Nir;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.people.Person;
import org.passerelle.people.Qualification;
import org.passerelle.people.Withholding;

/// What stands in a file in the place of what was forgotten (S-43): values that no living person has, so that books,
/// payslips and missions go on naming a file that still reads.
public final class Nobody {

    private static final String FIRST_NAME = "Personne";
    private static final String LAST_NAME = "effacée";
    private static final String EMAIL = "oublie@example.invalid";
    private static final Iban IBAN = Iban.of("FR7600000000000000000000000");

    private Nobody() {}

    /// The file without NIR, IBAN, addresses and qualification; name, birth and contract remain.
    ///
    /// @param salt another one when the number that stands in for the NIR is taken
    public static Person withoutFile(Person person, int salt) {
        return of(
                person,
                person.firstName(),
                person.lastName(),
                person.birthDate(),
                standIn(person.id(), person.birthDate().getYear(), salt));
    }

    /// The same without name and day of birth: only the code and the year remain.
    public static Person withoutName(Person person, int salt) {
        var year = LocalDate.of(person.birthDate().getYear(), 1, 1);
        return of(person, FIRST_NAME, LAST_NAME, year, standIn(person.id(), year.getYear(), salt));
    }

    private static Person of(Person person, String firstName, String lastName, LocalDate birth, Nir nir) {
        return new Person(
                person.id(),
                person.operator(),
                person.user(),
                person.code(),
                firstName,
                lastName,
                birth,
                nir,
                new PostalAddress("", "", "", "", "FR"),
                EMAIL,
                IBAN,
                new Qualification(null, null),
                null,
                person.sapDeclared(),
                person.employment(),
                new Withholding.Neutral());
    }

    /// A number of the kind given while none is known (first digit 7), of a country that does not exist.
    private static Nir standIn(PersonId id, int year, int salt) {
        int order = Math.floorMod(id.hashCode() + salt * 7919, 1_000_000);
        var thirteen = "7%02d0199%06d".formatted(year % 100, order);
        return Nir.of(thirteen + "%02d".formatted(Nir.keyOf(thirteen)));
    }
}
