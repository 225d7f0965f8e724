package org.passerelle.people;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Nir;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.UserId;
import org.passerelle.testing.Fictional;

/// A freelancer of which the test says only what matters: `aPerson().of(operator).withDiploma(5)`.
public final class PersonBuilder {

    private final int number = Fictional.next();
    private OperatorId operator = OperatorId.random();
    private @Nullable UserId user;
    private String code = "P-%03d".formatted(number);
    private String firstName = "Camille";
    private String lastName = "Exemple";
    private String job = "Consultante";
    private PostalAddress address = Fictional.address();
    private LocalDate birthDate = LocalDate.parse("1988-04-12");
    private @Nullable Nir nir;
    private @Nullable Integer diplomaLevel = 6;
    private @Nullable Integer experienceMonths = 60;
    private @Nullable Siren ownSiren;
    private ContractKind kind = ContractKind.CDI;
    private LocalDate entry = LocalDate.parse("2025-01-06");
    private @Nullable LocalDate exit;
    private boolean cadre = true;
    private @Nullable PayStep step = PayStep.SENIOR;
    private Money fixedPart = Money.ZERO;

    private PersonBuilder() {}

    public static PersonBuilder aPerson() {
        return new PersonBuilder();
    }

    /// An entrepreneur of a cooperative.
    public static PersonBuilder anEntrepreneur() {
        return new PersonBuilder().under(ContractKind.CESA);
    }

    public PersonBuilder of(OperatorId operator) {
        this.operator = operator;
        return this;
    }

    public PersonBuilder signedInAs(UserId user) {
        this.user = user;
        return this;
    }

    public PersonBuilder coded(String code) {
        this.code = code;
        return this;
    }

    public PersonBuilder named(String firstName, String lastName) {
        this.firstName = firstName;
        this.lastName = lastName;
        return this;
    }

    public PersonBuilder workingAs(String job) {
        this.job = job;
        return this;
    }

    public PersonBuilder livingAt(PostalAddress address) {
        this.address = address;
        return this;
    }

    public PersonBuilder born(String day) {
        this.birthDate = LocalDate.parse(day);
        return this;
    }

    public PersonBuilder with(Nir nir) {
        this.nir = nir;
        return this;
    }

    public PersonBuilder withDiploma(@Nullable Integer level) {
        this.diplomaLevel = level;
        return this;
    }

    public PersonBuilder withExperience(@Nullable Integer months) {
        this.experienceMonths = months;
        return this;
    }

    public PersonBuilder under(ContractKind kind) {
        this.kind = kind;
        boolean portage = kind == ContractKind.CDI || kind == ContractKind.CDD;
        this.step = portage ? PayStep.SENIOR : null;
        this.fixedPart = portage ? Money.ZERO : Money.of("1500");
        return this;
    }

    /// With a SIREN of one's own.
    public PersonBuilder registered() {
        this.ownSiren = Fictional.siren();
        return this;
    }

    public PersonBuilder at(PayStep step) {
        this.step = step;
        return this;
    }

    public PersonBuilder from(String day) {
        this.entry = LocalDate.parse(day);
        return this;
    }

    public PersonBuilder cadre(boolean cadre) {
        this.cadre = cadre;
        return this;
    }

    public PersonBuilder until(String day) {
        this.exit = LocalDate.parse(day);
        return this;
    }

    public Person build() {
        return new Person(
                PersonId.random(),
                operator,
                user,
                code,
                firstName,
                lastName,
                birthDate,
                nir == null ? Fictional.nir(birthDate, number) : nir,
                address,
                "personne%d@example.org".formatted(number),
                Fictional.iban(number),
                new Qualification(diplomaLevel, experienceMonths),
                ownSiren,
                false,
                new Employment(kind, entry, exit, cadre, step, BigDecimal.valueOf(35), job, fixedPart, null),
                new Withholding.Neutral());
    }
}
