package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.identity.store.Attempts;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PasserelleTest
@DisplayName("S-04: guessing is slow, for sign-ins that exist and for those that do not")
class S04_GuessingTest {

    @Autowired
    Identity identity;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient sql;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void of_many_guesses_in_a_quarter_of_an_hour_ten_at_most_are_judged() {
        var known = SomeUsers.someone(identity, Role.FREELANCER).email();
        assertThat(judgedIn15Minutes(known)).isBetween(5, 10);
        assertThat(judgedIn15Minutes("nobody-" + UUID.randomUUID() + "@example.org"))
                .isBetween(5, 10);
    }

    private int judgedIn15Minutes(String email) {
        int judged = 0;
        for (int second = 0; second < 900; second += 5) {
            var result = identity.judge(
                    email, "wrong password, wrong", UUID.randomUUID().toString());
            if (result == SignInResult.Refused.INSTANCE) judged++;
            clock.move(Duration.ofSeconds(5));
        }
        return judged;
    }

    @Test
    void one_address_has_twenty_tries_a_minute() {
        var address = UUID.randomUUID().toString();
        var asInProduction = new Attempts(sql, clock, 20);
        long judged = Stream.generate(() -> asInProduction.mayTryFrom(address))
                .limit(40)
                .filter(may -> may)
                .count();
        assertThat(judged).isEqualTo(20);
        clock.move(Duration.ofMinutes(2));
        assertThat(asInProduction.mayTryFrom(address)).isTrue();
    }

    @Test
    void nobody_is_locked_out_for_good() {
        var who = SomeUsers.someone(identity, Role.FREELANCER);
        for (int i = 0; i < 8; i++) identity.judge(who.email(), "wrong password, wrong", "a" + UUID.randomUUID());
        assertThat(identity.judge(who.email(), SomeUsers.PASSWORD, "b" + UUID.randomUUID()))
                .isEqualTo(SignInResult.Later.INSTANCE);
        clock.move(Duration.ofMinutes(16));
        assertThat(identity.judge(who.email(), SomeUsers.PASSWORD, "c" + UUID.randomUUID()))
                .isInstanceOf(SignInResult.Accepted.class);
    }
}
