package org.passerelle.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@DisplayName("R-20: a mail leaves once what it tells of is written, and not before")
class R20_MailsTest {

    private static final Instant NOW = Instant.parse("2026-11-05T09:00:00Z");

    @Autowired
    Outbox outbox;

    @Autowired
    MailStore store;

    @Autowired
    EveryOperator every;

    @Autowired
    MovableClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Environment settings;

    private final String fact = "test." + UUID.randomUUID();
    private final List<UUID> carried = new CopyOnWriteArrayList<>();

    @BeforeEach
    void nothing_waits_from_before() {
        clock.moveTo(NOW.minusSeconds(60));
        new Postman(store, (_, _) -> {}, clock, 0).round();
        clock.moveTo(NOW);
    }

    @AfterEach
    void the_clock_runs_as_before() {
        clock.reset();
    }

    private static Mail mail(String to) {
        return new Mail(to, "Vos papiers à signer", "Bonjour,\nhttps://example.org/s/secret-link\n");
    }

    private Post counting() {
        return (id, _) -> carried.add(id);
    }

    private String row(String column) {
        return String.valueOf(every.sql()
                .sql("select %s::text from platform.mail where fact = ?".formatted(column))
                .param(fact)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .single());
    }

    @Test
    void what_is_rolled_back_is_told_to_nobody() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(outbox.queue(fact, mail("camille@example.org"))).isTrue();
            status.setRollbackOnly();
        });
        new Postman(store, counting(), clock, 0).round();
        assertThat(carried).isEmpty();
    }

    @Test
    void one_fact_is_told_once() {
        assertThat(outbox.queue(fact, mail("camille@example.org"))).isTrue();
        assertThat(outbox.queue(fact, mail("camille@example.org"))).isFalse();
        var postman = new Postman(store, counting(), clock, 0);
        postman.round();
        postman.round();
        assertThat(carried).hasSize(1);
    }

    @Test
    void eight_servers_at_once_send_each_mail_once() throws Exception {
        for (int i = 0; i < 100; i++) outbox.queue(fact + i, mail("camille@example.org"));
        var servers = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 8; i++) {
            servers.add(() -> {
                new Postman(store, counting(), clock, 0).round();
                return true;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(servers)) done.get();
        }
        assertThat(carried).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void its_words_are_sealed_while_it_waits_and_forgotten_when_it_left() {
        outbox.queue(fact, mail("camille@example.org"));
        assertThat(row("encode(sealed, 'escape')")).doesNotContain("camille", "secret-link");
        new Postman(store, counting(), clock, 0).round();
        assertThat(row("sealed")).isEqualTo("null");
        assertThat(row("sent_at")).isNotEqualTo("null");
    }

    @Test
    void a_server_that_died_with_mails_in_its_hands_gives_them_back() {
        outbox.queue(fact, mail("camille@example.org"));
        assertThat(store.take(clock.instant(), Duration.ofMinutes(5), 20)).hasSize(1);
        new Postman(store, counting(), clock, 0).round();
        assertThat(carried).isEmpty();
        clock.moveTo(NOW.plus(Duration.ofMinutes(6)));
        new Postman(store, counting(), clock, 0).round();
        assertThat(carried).hasSize(1);
    }

    @Test
    void what_did_not_leave_is_tried_again_later_and_later_then_given_up() {
        outbox.queue(fact, mail("camille@later.invalid"));
        var postman = new Postman(store, folder(), clock, 0);
        var now = NOW;
        var waits = new ArrayList<Long>();
        for (int i = 0; i < 5; i++) {
            postman.round();
            assertThat(row("trouble")).isEqualTo("away");
            var next = Instant.parse(row("to_char(next_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"));
            waits.add(Duration.between(now, next).toMinutes());
            now = next.plusSeconds(1);
            clock.moveTo(now);
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L);
        for (int i = 0; i < 20; i++) {
            now = now.plus(Duration.ofHours(7));
            clock.moveTo(now);
            postman.round();
        }
        assertThat(row("given_up_at")).isNotEqualTo("null");
        assertThat(row("tries")).isEqualTo("16");
        assertThat(row("sealed")).isEqualTo("null");
    }

    @Test
    void an_address_that_is_refused_is_not_tried_again() {
        outbox.queue(fact, mail("camille@refuse.invalid"));
        new Postman(store, folder(), clock, 0).round();
        assertThat(row("given_up_at")).isNotEqualTo("null");
        assertThat(row("tries")).isEqualTo("1");
    }

    @Test
    void without_a_server_it_is_a_file_that_a_mail_program_opens() throws Exception {
        outbox.queue(fact, mail("camille@example.org"));
        new Postman(store, folder(), clock, 0).round();
        var written = Files.readString(mails().resolve(row("mail_id") + ".eml"), StandardCharsets.UTF_8);
        assertThat(written)
                .contains("To: camille@example.org", "Message-ID: <" + row("mail_id") + "@", "Auto-Submitted")
                .contains("Subject: =?UTF-8?");
    }

    private Path mails() {
        return Path.of(settings.getProperty("passerelle.home", "var"), "mails");
    }

    private Post folder() {
        return new MailConfiguration().post(settings, clock);
    }

    @Test
    void a_sealed_mail_moved_to_another_row_does_not_open() {
        outbox.queue(fact, mail("camille@example.org"));
        var sealed = every.sql()
                .sql("select sealed from platform.mail where fact = ?")
                .param(fact)
                .query((row, _) -> row.getBytes(1))
                .single();
        assertThatThrownBy(() -> vault.openForHouse("platform.mail", UUID.randomUUID(), sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Autowired
    org.passerelle.platform.crypto.Vault vault;
}
