package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.identity.SomeUsers.someone;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.identity.SecondFactor.Judged;
import org.passerelle.identity.core.Base32;
import org.passerelle.identity.core.TotpCodes;
import org.passerelle.identity.store.FactorStore;
import org.passerelle.kernel.UserId;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;

@PasserelleTest
@DisplayName("S-03: a code serves once, within a step of its time; ten recovery codes serve once each")
class S03_CodesTest {

    private static final Instant NOW = Instant.parse("2026-11-05T09:00:10Z");

    @Autowired
    Identity identity;

    @Autowired
    SecondFactor factors;

    @Autowired
    FactorStore store;

    @Autowired
    EveryOperator every;

    @Autowired
    MovableClock clock;

    private UserId user;

    @BeforeEach
    void somebody() {
        clock.moveTo(NOW);
        user = someone(identity, Role.GESTIONNAIRE).user().id();
    }

    @AfterEach
    void the_clock_runs_as_before() {
        clock.reset();
    }

    /// The test secret of RFC 6238, appendix B, with its codes cut to six digits.
    @ParameterizedTest(name = "at {0} s: {1}")
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void as_the_standard_computes_them(long seconds, String code) {
        var secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(TotpCodes.at(secret, Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32_as_RFC_4648(String text, String expected) {
        assertThat(Base32.of(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "a clock {0} s off: {1}")
    @CsvSource({"0, true", "-30, true", "30, true", "-60, false", "60, false", "3600, false"})
    void one_step_of_drift(long off, boolean right) {
        var secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(TotpCodes.stepOf(secret, TotpCodes.at(secret, NOW.plusSeconds(off)), NOW)
                        .isPresent())
                .isEqualTo(right);
    }

    @Test
    void a_code_serves_once_and_none_before_it() {
        registered();
        var before = code(clock.instant());
        clock.move(Duration.ofSeconds(30));
        var now = code(clock.instant());
        assertThat(factors.judge(user, now)).isEqualTo(Judged.ACCEPTED);
        assertThat(factors.judge(user, now)).isEqualTo(Judged.REFUSED);
        assertThat(factors.judge(user, before)).isEqualTo(Judged.REFUSED);
    }

    @Test
    void of_twenty_at_once_one_is_accepted() throws Exception {
        registered();
        clock.move(Duration.ofSeconds(30));
        var now = code(clock.instant());
        var tries = Stream.<Callable<Judged>>generate(() -> () -> factors.judge(user, now))
                .limit(20)
                .toList();
        var judged = new java.util.ArrayList<Judged>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tries)) judged.add(done.get());
        }
        assertThat(judged).filteredOn(one -> one == Judged.ACCEPTED).hasSize(1);
    }

    @Test
    void ten_recovery_codes_serve_once_each_however_they_are_typed() {
        var codes = registered();
        assertThat(new HashSet<>(codes)).hasSize(10).allMatch(code -> code.matches("[A-Z2-7]{4}(-[A-Z2-7]{4}){2}"));
        assertThat(factors.judge(user, codes.get(0))).isEqualTo(Judged.ACCEPTED);
        assertThat(factors.judge(user, codes.get(0))).isEqualTo(Judged.REFUSED);
        assertThat(factors.judge(
                        user,
                        " " + codes.get(1).toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .isEqualTo(Judged.ACCEPTED);
        assertThat(factors.recoveryCodesLeft(user)).isEqualTo(8);
        var fresh = factors.freshRecoveryCodes(user);
        assertThat(factors.judge(user, codes.get(2))).isEqualTo(Judged.REFUSED);
        assertThat(factors.judge(user, fresh.get(0))).isEqualTo(Judged.ACCEPTED);
    }

    @Test
    void neither_secret_nor_recovery_code_can_be_read_in_the_database() {
        var codes = registered();
        var secret = store.totp(user).orElseThrow().secret();
        var rows = every.sql()
                .sql("select encode(sealed, 'hex') from identity.totp where user_id = ?"
                        + " union all select encode(hash, 'escape') from identity.recovery_code where user_id = ?")
                .params(user.value(), user.value())
                .query(String.class)
                .list();
        assertThat(rows)
                .hasSize(11)
                .noneMatch(row -> row.contains(java.util.HexFormat.of().formatHex(secret)));
        for (var code : codes) assertThat(rows).noneMatch(row -> row.contains(code.replace("-", "")));
    }

    @Test
    void guessing_is_slowed_down() {
        registered();
        clock.move(Duration.ofMinutes(5));
        for (int i = 0; i < 5; i++) factors.judge(user, "00000" + i);
        clock.move(Duration.ofSeconds(30));
        assertThat(factors.judge(user, code(clock.instant()))).isEqualTo(Judged.LATER);
    }

    @Test
    void a_secret_that_was_confirmed_is_not_replaced() {
        registered();
        var before = store.totp(user).orElseThrow().secret();
        factors.start(user);
        assertThat(store.totp(user).orElseThrow().secret()).isEqualTo(before);
        assertThat(factors.waiting(user)).isEmpty();
    }

    @Test
    void a_first_code_that_is_wrong_registers_nothing() {
        factors.start(user);
        assertThat(factors.confirm(user, "000000")).isEmpty();
        assertThat(factors.makesCodes(user)).isFalse();
    }

    private List<String> registered() {
        factors.start(user);
        var codes = factors.confirm(user, code(clock.instant()));
        assertThat(codes).hasSize(10);
        return codes;
    }

    private String code(Instant at) {
        return TotpCodes.at(store.totp(user).orElseThrow().secret(), at);
    }
}
