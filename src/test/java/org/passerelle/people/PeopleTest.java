package org.passerelle.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;
import static org.passerelle.testing.House.in;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.once.IntentReused;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@Import(House.class)
@DisplayName("PS-20, KY-01, S-40, R-11: the worker's file")
class PeopleTest {

    @Autowired
    People people;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest(name = "PS20 {0} in {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            CDI     | portage     | registered
            CDD     | portage     | registered
            CESA    | portage     | PS-20.contract
            CAPE    | portage     | PS-20.contract
            MANDATE | portage     | PS-20.contract
            CESA    | cooperative | registered
            CAPE    | cooperative | registered
            CDI     | cooperative | PS-20.contract
            """)
    void an_entity_signs_contracts_of_its_own_frame(ContractKind contract, String frame, String expected) {
        var operator = house.has(frame.equals("portage") ? anOperator() : aCooperative());
        var person = aPerson().of(operator.id()).under(contract).build();
        var outcome = in(operator.id(), () -> people.register(person, UUID.randomUUID()));
        var said = switch (outcome) {
            case Registration.Registered _ -> "registered";
            case Registration.Refused(var findings) -> key(findings.getFirst());
        };
        assertThat(said).isEqualTo(expected);
    }

    @Test
    void what_was_written_is_read_again() {
        var operator = house.has(aCooperative());
        var person = anEntrepreneur().of(operator.id()).withDiploma(null).build();
        var read = in(operator.id(), () -> {
            people.register(person, UUID.randomUUID());
            return people.get(person.id());
        });
        assertThat(read).usingRecursiveComparison().isEqualTo(person);
    }

    @Test
    void KY01_a_second_file_with_the_same_NIR_is_refused_in_the_same_entity_and_allowed_in_another() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson().born("1990-02-03"));
        var twin = aPerson()
                .of(operator.id())
                .born("1990-02-03")
                .with(person.nir())
                .build();
        var outcome = in(operator.id(), () -> people.register(twin, UUID.randomUUID()));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Registration.Refused.class,
                        refused ->
                                assertThat(key(refused.findings().getFirst())).isEqualTo("KY-01.double"));
        var cooperative = house.has(aCooperative());
        var other = house.has(cooperative, anEntrepreneur().born("1990-02-03").with(person.nir()));
        assertThat(other.nir()).isEqualTo(person.nir());
    }

    @Test
    void S40_the_row_holds_neither_NIR_nor_IBAN_in_clear() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        var row = in(
                operator.id(),
                () -> transaction.execute(_ -> jdbc.sql("""
                        select encode(nir_sealed, 'escape') || encode(nir_mark, 'escape') || encode(iban_sealed, 'escape')
                            || person::text from people.person where id = :id""")
                        .param("id", person.id().value())
                        .query(String.class)
                        .single()));
        assertThat(row)
                .contains(person.lastName())
                .doesNotContain(person.nir().value())
                .doesNotContain(person.iban().value());
        assertThat(person.toString())
                .doesNotContain(person.nir().value())
                .doesNotContain(person.iban().value());
    }

    @Test
    void R11_the_same_intent_gives_the_first_person() {
        var operator = house.has(anOperator());
        var intent = UUID.randomUUID();
        var first = aPerson().of(operator.id()).build();
        var second = aPerson().of(operator.id()).build();
        var outcomes = in(
                operator.id(), () -> java.util.List.of(people.register(first, intent), people.register(first, intent)));
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(
                                ((Registration.Registered) outcome).person().id())
                        .isEqualTo(first.id()));
        assertThatThrownBy(() -> in(operator.id(), () -> people.register(second, intent)))
                .isInstanceOf(IntentReused.class);
        assertThat(in(operator.id(), () -> people.all(operator.id()))).hasSize(1);
    }

    @Test
    void a_code_names_one_person() {
        var operator = house.has(anOperator());
        var first = house.has(operator, aPerson());
        var second = aPerson().of(operator.id()).coded(first.code()).build();
        assertThatThrownBy(() -> in(operator.id(), () -> people.register(second, UUID.randomUUID())))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("code.taken: " + first.code());
    }

    @Test
    void S11_a_person_of_another_entity_is_not_found() {
        var theirs = house.has(house.has(anOperator()), aPerson());
        var ours = house.has(anOperator());
        assertThat(in(ours.id(), () -> people.find(theirs.id()))).isEmpty();
        assertThat(in(ours.id(), () -> people.byCode(theirs.operator(), theirs.code())))
                .isEmpty();
        assertThat(in(ours.id(), () -> people.all(theirs.operator()))).isEmpty();
    }

    private static String key(Finding finding) {
        return finding.messageKey().substring("rule.".length());
    }
}
