package org.passerelle.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operator;
import org.passerelle.people.People;
import org.passerelle.people.Registration;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("R-11: twenty who register something at once receive twenty codes in a row")
class R11_NextCodeTest {

    private static final int MANY = 20;

    @Autowired
    House house;

    @Autowired
    Clients clients;

    @Autowired
    People people;

    @Autowired
    Missions missions;

    private Operator operator;

    @BeforeEach
    void an_entity() {
        operator = house.has(anOperator());
    }

    @Test
    void clients() throws Exception {
        var codes =
                atOnce(() -> clients.registerNext(aClient().of(operator.id()).build(), UUID.randomUUID())
                        .code());
        assertThat(codes).containsExactlyInAnyOrderElementsOf(inARow("C"));
    }

    @Test
    void people() throws Exception {
        var codes = atOnce(() -> {
            var person = aPerson().of(operator.id()).build();
            return ((Registration.Registered) people.registerNext(person, UUID.randomUUID()))
                    .person()
                    .code();
        });
        assertThat(codes).containsExactlyInAnyOrderElementsOf(inARow("P"));
    }

    @Test
    void missions() throws Exception {
        var person = house.has(operator, aPerson());
        var client = house.has(operator, aClient());
        var codes = atOnce(() -> house.has(person, client, aMission()).code());
        assertThat(codes).containsExactlyInAnyOrderElementsOf(inARow("M"));
    }

    @Test
    void a_code_that_stands_is_left_out() {
        house.has(operator, aClient().coded("C-002"));
        var next = in(
                operator.id(),
                () -> clients.registerNext(aClient().of(operator.id()).build(), UUID.randomUUID()));
        assertThat(next.code()).isEqualTo("C-003");
    }

    private static List<String> inARow(String letter) {
        return IntStream.rangeClosed(1, MANY)
                .mapToObj(number -> "%s-%03d".formatted(letter, number))
                .toList();
    }

    private List<String> atOnce(Callable<String> register) throws Exception {
        var barrier = new CyclicBarrier(MANY);
        var codes = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<String>>();
            for (int i = 0; i < MANY; i++) {
                futures.add(threads.submit(() -> {
                    barrier.await();
                    return in(operator.id(), register);
                }));
            }
            for (var future : futures) codes.add(future.get());
        }
        return codes;
    }
}
