package org.passerelle.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Passerelle;
import org.passerelle.identity.Identity;
import org.passerelle.kernel.GroupId;
import org.passerelle.platform.db.UnsafeStart.Unsafe;
import org.passerelle.testing.TestServer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// A server of its own, durable, is named as production names one; then one thing at a time is made unsafe.
@DisplayName("S-41, reliability §3.7: on unsafe settings the application does not start, and says which and what to do")
class S41_SafeStartTest {

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void a_server() {
        server = EmbeddedPostgres.start(folder.resolve("db"), true);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void with_safe_settings_it_starts_and_with_the_demo_or_its_sign_ins_it_does_not() {
        var production = settings(server.access());
        try (var context = start(production)) {
            var identity = context.getBean(Identity.class);
            var group = GroupId.random();
            identity.createGroup(group, "a group");
            identity.createUser(group, "direction@example.org", "Diane Morel");
        }
        assertThat(refusal(production)).contains("sign-in direction@example.org", "password is published");
        production.put("passerelle.demo.folder", "examples/2026-10");
        assertThat(refusal(production)).contains("the demo is asked for", "Use ./passerelle start");
    }

    @Test
    void a_server_that_does_not_wait_for_the_disk_is_refused_by_the_whole_application() {
        var unsafe = settings(TestServer.cloned());
        assertThat(refusal(unsafe))
                .contains("fsync is off. Set fsync = on", "full_page_writes is off", "synchronous_commit is off");
    }

    @Test
    void the_excuse_of_the_tests_is_for_this_machine_only() {
        var elsewhere =
                new DatabaseAccess("jdbc:postgresql://192.0.2.1/passerelle", login("owner", "o"), login("app", "a"));
        assertThatThrownBy(() -> SafeStart.require(elsewhere, SafeStart.Data.THROWAWAY))
                .isInstanceOf(UnsafeStart.class)
                .hasMessageContaining("tests on this machine only");
    }

    @Test
    void a_role_that_sees_or_may_too_much_is_named() throws SQLException {
        var good = server.access();
        assertThatCode(() -> SafeStart.require(good, SafeStart.Data.PRODUCTION)).doesNotThrowAnyException();
        var word = UUID.randomUUID().toString();
        for (var role : Map.of(
                        "a_superuser", "superuser",
                        "a_bypass", "bypassrls",
                        "a_maker", "createrole",
                        "a_member", "in role passerelle_owner")
                .entrySet()) {
            asSuperuser("create role " + role.getKey() + " login password '" + word + "' " + role.getValue());
            asSuperuser("grant connect on database passerelle to " + role.getKey());
            var access = new DatabaseAccess(good.url(), good.owner(), login(role.getKey(), word));
            assertThat(unsafe(access)).anySatisfy(one -> {
                assertThat(one.setting()).isEqualTo("application role " + role.getKey());
                assertThat(one.remedy()).isNotBlank();
            });
        }
    }

    @Test
    void a_session_or_database_that_weakens_the_commit_is_named() throws SQLException {
        asSuperuser("alter role passerelle_app set synchronous_commit = off");
        assertThat(unsafe(server.access())).extracting(Unsafe::setting).containsExactly("synchronous_commit");
        asSuperuser("alter role passerelle_app reset synchronous_commit");
        assertThatCode(() -> SafeStart.require(server.access(), SafeStart.Data.PRODUCTION))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} zone {4}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            on  | on  | on  | on           | UTC          |
            on  | on  | on  | remote_apply | Etc/UTC      |
            off | on  | on  | on           | UTC          | fsync
            on  | off | on  | on           | UTC          | full_page_writes
            on  | on  | off | on           | UTC          | data_checksums
            on  | on  | on  | off          | UTC          | synchronous_commit
            on  | on  | on  | local        | UTC          | synchronous_commit
            on  | on  | on  | on           | Europe/Paris | server time zone
            """)
    void each_setting(String fsync, String pages, String checksums, String commit, String zone, String named) {
        var told = new SafetySettings.Server(fsync, pages, checksums, commit, zone, "UTC");
        var unsafe = new java.util.ArrayList<>(SafetySettings.durability(told));
        unsafe.addAll(SafetySettings.zones(told));
        assertThat(unsafe).extracting(Unsafe::setting).isEqualTo(named == null ? List.of() : List.of(named));
        assertThat(unsafe).allSatisfy(one -> assertThat(one.remedy()).endsWith("."));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"passerelle", "postgres", "change-me", "passerelle_app", "un-mois-en-octobre-2026", "short-one"})
    void S41_a_default_password_is_refused_before_anybody_is_asked(String password) {
        var access = new DatabaseAccess(
                "jdbc:postgresql://192.0.2.1/passerelle",
                login("passerelle_owner", "4c1d0f9b2a7e4c1d0f9b"),
                login("passerelle_app", password));
        assertThatThrownBy(() -> SafeStart.require(access, SafeStart.Data.PRODUCTION))
                .isInstanceOf(UnsafeStart.class)
                .hasMessageContaining("PASSERELLE_DB_APP_PASSWORD")
                .hasMessageContaining("openssl rand")
                .message()
                .satisfies(told -> assertThat(told.replace("alter role", "")).doesNotContain(": " + password));
    }

    @Test
    void S41_a_master_key_that_can_be_guessed_is_refused() throws Exception {
        var key = folder.resolve("guessable.key");
        Files.writeString(key, java.util.Base64.getEncoder().encodeToString(new byte[32]));
        var production = settings(server.access());
        production.put("passerelle.master-key-file", key.toString());
        assertThat(refusal(production)).contains("PASSERELLE_MASTER_KEY_FILE is a key that can be guessed");
    }

    private static DatabaseAccess.Login login(String user, String password) {
        return new DatabaseAccess.Login(user, password);
    }

    private static List<Unsafe> unsafe(DatabaseAccess access) {
        try {
            SafeStart.require(access, SafeStart.Data.PRODUCTION);
            return List.of();
        } catch (UnsafeStart e) {
            return e.all();
        }
    }

    private static Map<String, Object> settings(DatabaseAccess access) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", "-1");
        settings.put("logging.level.root", "OFF");
        settings.put("passerelle.home", folder.toString());
        settings.put("passerelle.db.url", access.url());
        settings.put("passerelle.db.owner.user", access.owner().user());
        settings.put("passerelle.db.owner.password", access.owner().password());
        settings.put("passerelle.db.app.user", access.app().user());
        settings.put("passerelle.db.app.password", access.app().password());
        return settings;
    }

    private static ConfigurableApplicationContext start(Map<String, Object> settings) {
        return new SpringApplicationBuilder(Passerelle.class)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("production", settings)))
                .run();
    }

    private static String refusal(Map<String, Object> settings) {
        try (var _ = start(settings)) {
            return "started";
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof UnsafeStart) return cause.getMessage();
            }
            throw e;
        }
    }

    private static void asSuperuser(String statement) throws SQLException {
        try (var superuser = server.superuser("passerelle");
                var one = superuser.createStatement()) {
            one.execute(statement);
        }
    }
}
