package org.passerelle.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Nir;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.UserId;

/// A freelancer in one legal entity (KY-01), on a day: contract and withholding rate are those in force then. NIR and
/// IBAN are sealed in the database and masked when printed.
///
/// @param user the sign-in, null until invited
/// @param code matricule, unique in the entity: `P-001`
/// @param nir used for pay and hiring declarations only; year and month of birth in it agree with [#birthDate]
/// @param ownSiren a registration of one's own, for the mandate and the micro-entreprise
/// @param sapDeclared declared for services à la personne in one's own name
public record Person(
        PersonId id,
        OperatorId operator,
        @Nullable UserId user,
        String code,
        String firstName,
        String lastName,
        LocalDate birthDate,
        Nir nir,
        PostalAddress address,
        String email,
        Iban iban,
        Qualification qualification,
        @Nullable Siren ownSiren,
        boolean sapDeclared,
        Employment employment,
        Withholding withholding) {

    /// The code of somebody who will receive one when registered.
    public static final String UNCODED = "X";

    public Person {
        if (!code.matches("[A-Z0-9][A-Z0-9-]{0,19}")) throw new InvalidValue("code.format", code);
        if (firstName.isBlank()) throw new InvalidValue("first_name.missing", "");
        if (lastName.isBlank()) throw new InvalidValue("last_name.missing", "");
        if (!email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) throw new InvalidValue("email.format", email);
        if (employment.entry().isBefore(birthDate.plusYears(16))) {
            throw new InvalidValue("birth_date.too_young", birthDate.toString());
        }
        if (Integer.parseInt(nir.value().substring(1, 3)) != birthDate.getYear() % 100) {
            throw new InvalidValue("nir.birth_date", "");
        }
    }

    /// The same person, who may now sign in.
    public Person signingInAs(UserId user) {
        return new Person(
                id,
                operator,
                user,
                code,
                firstName,
                lastName,
                birthDate,
                nir,
                address,
                email,
                iban,
                qualification,
                ownSiren,
                sapDeclared,
                employment,
                withholding);
    }

    /// The same person under another matricule.
    public Person coded(String other) {
        return new Person(
                id,
                operator,
                user,
                other,
                firstName,
                lastName,
                birthDate,
                nir,
                address,
                email,
                iban,
                qualification,
                ownSiren,
                sapDeclared,
                employment,
                withholding);
    }

    /// The same person under this contract; IBAN, sign-in and rate as they stand in the file.
    public Person with(Employment employment, Person file) {
        return new Person(
                id,
                file.operator,
                file.user,
                file.code,
                firstName,
                lastName,
                birthDate,
                nir,
                address,
                email,
                file.iban,
                qualification,
                ownSiren,
                sapDeclared,
                employment,
                file.withholding);
    }

    /// The same person with another bank account.
    public Person paidTo(Iban other) {
        return new Person(
                id,
                operator,
                user,
                code,
                firstName,
                lastName,
                birthDate,
                nir,
                address,
                email,
                other,
                qualification,
                ownSiren,
                sapDeclared,
                employment,
                withholding);
    }

    public String name() {
        return firstName + " " + lastName;
    }
}
