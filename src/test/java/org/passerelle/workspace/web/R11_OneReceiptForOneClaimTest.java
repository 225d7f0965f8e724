package org.passerelle.workspace.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.activity.Expense;
import org.passerelle.activity.ExpenseCategory;
import org.passerelle.activity.ExpenseState;
import org.passerelle.documents.Documents;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.ExpenseId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.passerelle.testing.CrashingDataSource;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.SomeFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("R-11: an expense claimed many times with one intent has one receipt, and no file is left over")
class R11_OneReceiptForOneClaimTest {

    private static final byte[] RECEIPT = SomeFiles.bytes(SomeFiles.pdf("a receipt"));

    @Autowired
    House house;

    @Autowired
    ExpenseClaims claims;

    @Autowired
    Documents documents;

    private Expense claim(Operator operator, Person person, UUID intent) {
        return in(
                operator.id(),
                () -> claims.claim(receipt -> expense(operator, person, receipt), "recu.pdf", RECEIPT, intent));
    }

    private static Expense expense(Operator operator, Person person, DocumentId receipt) {
        return new Expense(
                ExpenseId.random(),
                operator.id(),
                person.id(),
                Month.of(2026, 10),
                LocalDate.of(2026, 10, 12),
                ExpenseCategory.TRAVEL,
                "Train",
                null,
                Money.of("120"),
                Money.of("20"),
                false,
                receipt,
                ExpenseState.SUBMITTED,
                null);
    }

    private void oneReceipt(Operator operator, Expense claimed) {
        assertThat(in(operator.id(), () -> documents.ofKind(operator.id(), "receipt")))
                .singleElement()
                .satisfies(file -> assertThat(file.id()).isEqualTo(claimed.receipt()));
    }

    @Test
    void fifty_at_once() throws Exception {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        var intent = UUID.randomUUID();
        var answers = new ArrayList<Future<Expense>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) answers.add(threads.submit(() -> claim(operator, person, intent)));
        }
        for (var answer : answers) oneReceipt(operator, answer.get());
    }

    @Test
    void broken_at_every_statement_and_asked_again(@Autowired DataSource dataSource) {
        int faults = ((CrashingDataSource) dataSource).everyStatement(() -> {
            var operator = house.has(anOperator());
            var person = house.has(operator, aPerson());
            var intent = UUID.randomUUID();
            return new CrashingDataSource.UseCase() {
                @Override
                public void act() {
                    claim(operator, person, intent);
                }

                @Override
                public void verify() {
                    oneReceipt(operator, claim(operator, person, intent));
                }
            };
        });
        assertThat(faults).isGreaterThan(6);
    }
}
