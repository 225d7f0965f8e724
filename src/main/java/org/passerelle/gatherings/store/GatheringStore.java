package org.passerelle.gatherings.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.gatherings.Booking;
import org.passerelle.gatherings.GatheringRule;
import org.passerelle.gatherings.Session;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Rules, sessions that somebody has booked, and their seats.
@Repository
public class GatheringStore {

    /// What a visitor may know of an entity's rule.
    public record OpenRule(OperatorId operator, String house, LocalTime at, int minutes, int seats, String host) {}

    private record Who(String name, String email) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLE = "gatherings.booking";

    private final JdbcClient jdbc;
    private final Vault vault;

    GatheringStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    public void rule(OperatorId operator, GatheringRule rule) {
        jdbc.sql("""
                        insert into gatherings.rule (operator_id, open, at_time, minutes, seats, host, link)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (operator_id) do update set open = excluded.open, at_time = excluded.at_time,
                            minutes = excluded.minutes, seats = excluded.seats, host = excluded.host,
                            link = excluded.link""")
                .param(operator.value())
                .param(rule.open())
                .param(rule.at())
                .param(rule.minutes())
                .param(rule.seats())
                .param(rule.host())
                .param(rule.link())
                .update();
    }

    public Optional<GatheringRule> rule(OperatorId operator) {
        return jdbc.sql("select * from gatherings.rule where operator_id = ?")
                .param(operator.value())
                .query((row, _) -> new GatheringRule(
                        row.getBoolean("open"),
                        row.getObject("at_time", LocalTime.class),
                        row.getInt("minutes"),
                        row.getInt("seats"),
                        row.getString("host"),
                        row.getString("link")))
                .optional();
    }

    public List<OpenRule> open() {
        return jdbc.sql("select * from gatherings.open_rules()")
                .query((row, _) -> new OpenRule(
                        new OperatorId(row.getObject("operator_id", UUID.class)),
                        row.getString("name"),
                        row.getObject("at_time", LocalTime.class),
                        row.getInt("minutes"),
                        row.getInt("seats"),
                        row.getString("host")))
                .list();
    }

    /// Seats taken from a day on, by entity and day: `operator_2026-11-24`.
    public Map<String, Integer> taken(LocalDate from) {
        var taken = new HashMap<String, Integer>();
        jdbc.sql("select * from gatherings.taken(?)").param(from).query(row -> {
            taken.put(
                    row.getObject("operator_id", UUID.class) + "_" + row.getObject("on_day", LocalDate.class),
                    row.getInt("booked"));
        });
        return taken;
    }

    /// The session of a day, made when it is the first booking; nobody else gives its seats until the transaction ends.
    public Session lock(OperatorId operator, LocalDate day, Instant starts, int seats) {
        jdbc.sql("""
                        insert into gatherings.session (operator_id, id, on_day, starts_at, seats) values (?, ?, ?, ?, ?)
                        on conflict (operator_id, on_day) do nothing""")
                .param(operator.value())
                .param(UUID.randomUUID())
                .param(day)
                .param(utc(starts))
                .param(seats)
                .update();
        return jdbc.sql("select * from gatherings.session where operator_id = ? and on_day = ? for update")
                .param(operator.value())
                .param(day)
                .query((row, _) -> session(row))
                .single();
    }

    public Session lock(OperatorId operator, UUID session) {
        return jdbc.sql("select * from gatherings.session where operator_id = ? and id = ? for update")
                .param(operator.value())
                .param(session)
                .query((row, _) -> session(row))
                .single();
    }

    public Optional<Session> session(OperatorId operator, UUID id) {
        return jdbc.sql("select * from gatherings.session where operator_id = ? and id = ?")
                .param(operator.value())
                .param(id)
                .query((row, _) -> session(row))
                .optional();
    }

    /// The newest first.
    public List<Session> sessions(OperatorId operator) {
        return jdbc.sql("select * from gatherings.session where operator_id = ? order by on_day desc limit 100")
                .param(operator.value())
                .query((row, _) -> session(row))
                .list();
    }

    public void insert(Booking one, byte[] tokenHash) {
        jdbc.sql("""
                        insert into gatherings.booking (operator_id, id, session_id, token_hash, who_sealed, mark, state,
                            made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(one.operator().value())
                .param(one.id())
                .param(one.session())
                .param(tokenHash)
                .param(vault.seal(
                        one.operator(),
                        TABLE,
                        "who",
                        one.id(),
                        JSON.writeValueAsString(new Who(one.name(), one.email()))))
                .param(mark(one.operator(), one.email()))
                .param(one.state().name())
                .param(utc(one.madeAt()))
                .update();
    }

    public Optional<Booking> byAddress(Session session, String email) {
        return jdbc.sql("""
                        select * from gatherings.booking
                        where operator_id = ? and session_id = ? and mark = ? and state <> 'CANCELLED'""")
                .param(session.operator().value())
                .param(session.id())
                .param(mark(session.operator(), email))
                .query((row, _) -> booking(row))
                .optional();
    }

    public Optional<Booking> byToken(OperatorId operator, byte[] tokenHash) {
        return jdbc.sql("select * from gatherings.booking where operator_id = ? and token_hash = ?")
                .param(operator.value())
                .param(tokenHash)
                .query((row, _) -> booking(row))
                .optional();
    }

    /// In the order in which they came.
    public List<Booking> of(Session session) {
        return jdbc.sql(
                        "select * from gatherings.booking where operator_id = ? and session_id = ? order by made_at, id")
                .param(session.operator().value())
                .param(session.id())
                .query((row, _) -> booking(row))
                .list();
    }

    public int booked(Session session) {
        return jdbc.sql("""
                        select count(*) from gatherings.booking
                        where operator_id = ? and session_id = ? and state = 'BOOKED'""")
                .param(session.operator().value())
                .param(session.id())
                .query(Integer.class)
                .single();
    }

    public void state(Booking one, Booking.State state) {
        jdbc.sql("update gatherings.booking set state = ? where operator_id = ? and id = ?")
                .param(state.name())
                .param(one.operator().value())
                .param(one.id())
                .update();
    }

    public void came(Booking one, boolean came) {
        jdbc.sql("update gatherings.booking set came = ? where operator_id = ? and id = ?")
                .param(came)
                .param(one.operator().value())
                .param(one.id())
                .update();
    }

    /// Seats of sessions that begin before an instant and whose holder was not reminded.
    public List<Booking> toRemind(OperatorId operator, Instant now, Instant until) {
        return jdbc.sql("""
                        select b.* from gatherings.booking b
                        join gatherings.session s on s.operator_id = b.operator_id and s.id = b.session_id
                        where b.operator_id = ? and b.state = 'BOOKED' and b.reminded_at is null
                          and s.starts_at > ? and s.starts_at <= ?
                        for update of b skip locked""")
                .param(operator.value())
                .param(utc(now))
                .param(utc(until))
                .query((row, _) -> booking(row))
                .list();
    }

    public void reminded(Booking one, Instant at) {
        jdbc.sql("update gatherings.booking set reminded_at = ? where operator_id = ? and id = ?")
                .param(utc(at))
                .param(one.operator().value())
                .param(one.id())
                .update();
    }

    /// Counts a try before it is judged (S-04).
    public boolean mayTry(String subject, int free, String window, Instant now) {
        var known = ("gatherings|" + subject).getBytes(StandardCharsets.UTF_8);
        return Boolean.TRUE.equals(jdbc.sql("select identity.try_now(sha256(?), ?, ?, ?::interval, '1 minute')")
                .param(known)
                .param(utc(now))
                .param(free)
                .param(window)
                .query(Boolean.class)
                .single());
    }

    private byte[] mark(OperatorId operator, String email) {
        return vault.fingerprint(operator, "gathering", email.toLowerCase(Locale.ROOT));
    }

    private Booking booking(ResultSet row) throws SQLException {
        var operator = new OperatorId(row.getObject("operator_id", UUID.class));
        var id = row.getObject("id", UUID.class);
        var who = JSON.readValue(vault.open(operator, TABLE, "who", id, row.getBytes("who_sealed")), Who.class);
        boolean came = row.getBoolean("came");
        @Nullable Boolean said = row.wasNull() ? null : came;
        return new Booking(
                operator,
                id,
                row.getObject("session_id", UUID.class),
                who.name(),
                who.email(),
                Booking.State.valueOf(row.getString("state")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                said);
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("on_day", LocalDate.class),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getInt("seats"));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
