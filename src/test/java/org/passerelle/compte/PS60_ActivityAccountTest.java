package org.passerelle.compte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.operators.OperatorBuilder.flat;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Line;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("PS-60, PS-67: the account is a reading of the book, and bears the fee of a month once")
class PS60_ActivityAccountTest {

    private static final LocalDate EARLY = LocalDate.of(2026, 10, 5);
    private static final LocalDate LATE = LocalDate.of(2026, 10, 27);

    @Autowired
    House house;

    @Autowired
    Compte compte;

    @Autowired
    Ledger ledger;

    @Test
    void a_flat_fee_is_taken_once_a_month_however_many_payments_there_are() {
        var operator = house.has(anOperator().charging(flat("99")));
        var person = house.has(operator, aPerson());
        collected(operator, person, "6000", EARLY);
        assertThat(takeFees(operator, person)).isEqualTo(Money.of("99"));
        collected(operator, person, "1000", LATE);
        assertThat(takeFees(operator, person)).isEqualTo(Money.ZERO);
        assertThat(of(operator, person).available()).isEqualTo(Money.of("6901"));
        collected(operator, person, "1000", LocalDate.of(2026, 11, 3));
        assertThat(takeFees(operator, person)).isEqualTo(Money.of("99"));
    }

    @Test
    void several_payments_bear_the_same_percentage_as_one() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        collected(operator, person, "0.07", EARLY);
        assertThat(takeFees(operator, person)).isEqualTo(Money.of("0.01"));
        collected(operator, person, "0.07", LATE);
        // 8 % of 14 cents is one cent, and it was taken already
        assertThat(takeFees(operator, person)).isEqualTo(Money.ZERO);
        assertThat(takeFees(operator, person)).isEqualTo(Money.ZERO);
    }

    @Test
    void a_refund_to_the_client_gives_its_fee_back() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        collected(operator, person, "1000", EARLY);
        takeFees(operator, person);
        collected(operator, person, "-1000", LATE);
        assertThat(takeFees(operator, person)).isEqualTo(Money.of("-80"));
        assertThat(of(operator, person).available()).isEqualTo(Money.ZERO);
    }

    @Test
    void PS62_every_debit_names_its_clause() {
        var operator = house.has(aCooperative());
        var person = house.has(operator, anEntrepreneur());
        collected(operator, person, "1000", EARLY);
        takeFees(operator, person);
        assertThat(of(operator, person).movements())
                .filteredOn(m -> m.amount().isNegative())
                .isNotEmpty()
                .allSatisfy(m -> assertThat(m.clause()).isNotBlank());
    }

    @Test
    void the_statement_tells_the_month_and_what_is_left() throws Exception {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        collected(operator, person, "1000", LocalDate.of(2026, 9, 30));
        collected(operator, person, "6000", EARLY);
        takeFees(operator, person);
        var text = statement(operator, person, Month.of("2026-10"));
        assertThat(text).contains("Frais de gestion 2026-10");
        // opening 920, collected 6 000, fee 480 of it, left 6 440
        assertThat(text.replace('\u00A0', ' ').replace('\u202F', ' ')).contains("920,00", "6 440,00", "480,00", "8 %");
        assertThat(statement(operator, person, Month.of("2026-11"))).contains("Aucun mouvement ce mois-ci.");
    }

    private String statement(Operator operator, Person person, Month month) throws Exception {
        var pdf = in(operator.id(), () -> compte.statement(operator.id(), person.id(), month));
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private Money takeFees(Operator operator, Person person) {
        return in(operator.id(), () -> compte.takeFees(operator.id(), person.id()));
    }

    private ActivityAccount of(Operator operator, Person person) {
        return in(operator.id(), () -> compte.of(operator.id(), person.id()));
    }

    private void collected(Operator operator, Person person, String euros, LocalDate day) {
        var sum = Money.of(euros);
        in(
                operator.id(),
                () -> ledger.post(Entry.on(operator.id(), "CA", day, "collected " + person.id() + euros + day)
                        .label("Encaissement")
                        .debit("909000", sum)
                        .line(Line.ofWorker(
                                "901100", person.id(), sum, "Encaissement", Category.ENCAISSEMENT.name(), "IN-03"))
                        .entry()));
    }
}
