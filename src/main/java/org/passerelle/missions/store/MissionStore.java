package org.passerelle.missions.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.frames.Purpose;
import org.passerelle.frames.RecourseReason;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Rate;
import org.passerelle.missions.EarlierPrice;
import org.passerelle.missions.LiftedRefusal;
import org.passerelle.missions.Mission;
import org.passerelle.missions.MissionState;
import org.passerelle.missions.MissionTerms;
import org.passerelle.missions.PriceMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads and writes `missions.mission`.
@Repository
public class MissionStore {

    private final JdbcClient jdbc;
    private final FindingsJson json;

    MissionStore(JdbcClient jdbc, FindingsJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @return false when the intent was carried out before
    public boolean insert(Mission mission, UUID intent) {
        return jdbc.sql("""
                        insert into missions.mission (operator_id, id, intent, person_id, client_id, code, title, activity,
                            starts_on, ends_on, price_mode, price_cents, vat, purpose, recourse_reason, goods, regulated,
                            at_home, dangerous_work, replaces_strikers, days_per_month, order_reference, state, findings,
                            questions)
                        values (:operator, :id, :intent, :person, :client, :code, :title, :activity,
                            :start, :end, :mode, :price, :vat, :purpose, :reason, :goods, :regulated,
                            :at_home, :dangerous, :strikers, :days, :order, :state, :findings::jsonb,
                            :questions)
                        on conflict (operator_id, intent) do nothing""").params(columns(mission)).param("intent", intent).update() > 0;
    }

    public void update(Mission mission) {
        jdbc.sql("""
                        update missions.mission set title = :title, activity = :activity, starts_on = :start,
                            ends_on = :end, price_mode = :mode, price_cents = :price, vat = :vat, purpose = :purpose,
                            recourse_reason = :reason, goods = :goods, regulated = :regulated, at_home = :at_home,
                            dangerous_work = :dangerous, replaces_strikers = :strikers, days_per_month = :days,
                            order_reference = :order, state = :state, findings = :findings::jsonb,
                            questions = :questions, lifted_rules = :lifted_rules, lifted_reason = :lifted_reason,
                            lifted_by = :lifted_by, lifted_role = :lifted_role, lifted_at = :lifted_at
                        where operator_id = :operator and id = :id""").params(columns(mission)).update();
    }

    public Optional<Mission> find(MissionId id) {
        return jdbc.sql("select * from missions.mission where operator_id = any (platform.operators()) and id = :id")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    /// The same, and nobody else changes it until the transaction ends.
    public Optional<Mission> lock(MissionId id) {
        return jdbc.sql("""
                        select * from missions.mission
                        where operator_id = any (platform.operators()) and id = :id for update""").param("id", id.value()).query(this::read).optional();
    }

    public Optional<Mission> byIntent(OperatorId operator, UUID intent) {
        return by(operator, "intent", intent);
    }

    public Optional<Mission> byCode(OperatorId operator, String code) {
        return by(operator, "code", code);
    }

    /// @param column one of this file's own
    private Optional<Mission> by(OperatorId operator, String column, Object value) {
        return jdbc.sql("select * from missions.mission where operator_id = :operator and %s = :value"
                        .formatted(column))
                .param("operator", operator.value())
                .param("value", value)
                .query(this::read)
                .optional();
    }

    public List<String> codes(OperatorId operator) {
        return jdbc.sql("select code from missions.mission where operator_id = :operator")
                .param("operator", operator.value())
                .query(String.class)
                .list();
    }

    /// Whether a mission that was agreed, though ended since, is for the client.
    public boolean isAgreedWith(ClientId client) {
        return jdbc.sql("""
                        select exists (select from missions.mission where operator_id = any (platform.operators())
                            and client_id = ? and state in ('AGREED', 'ENDED'))""").param(client.value()).query(Boolean.class).single();
    }

    public List<Mission> all(OperatorId operator) {
        return jdbc.sql("select * from missions.mission where operator_id = :operator order by code")
                .param("operator", operator.value())
                .query(this::read)
                .list();
    }

    public List<Mission> of(PersonId person) {
        return jdbc.sql("""
                        select * from missions.mission
                        where operator_id = any (platform.operators()) and person_id = :person
                        order by starts_on, code""").param("person", person.value()).query(this::read).list();
    }

    /// Another price for the same day is not kept: the first one stands.
    public void insert(Mission mission, EarlierPrice earlier) {
        jdbc.sql("""
                        insert into missions.earlier_price (operator_id, mission_id, before_day, price_cents, paper)
                        values (:operator, :mission, :before, :price, :paper) on conflict do nothing""")
                .param("operator", mission.operator().value())
                .param("mission", mission.id().value())
                .param("before", earlier.before())
                .param("price", earlier.price().cents())
                .param("paper", earlier.paper())
                .update();
    }

    /// The oldest first.
    public List<EarlierPrice> earlierPrices(MissionId id) {
        return jdbc.sql("""
                        select before_day, price_cents, paper from missions.earlier_price
                        where operator_id = any (platform.operators()) and mission_id = :id order by before_day""")
                .param("id", id.value())
                .query((row, _) -> new EarlierPrice(
                        row.getObject("before_day", LocalDate.class),
                        Money.ofCents(row.getLong("price_cents")),
                        row.getString("paper")))
                .list();
    }

    private Map<String, @Nullable Object> columns(Mission mission) {
        var terms = mission.terms();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("operator", mission.operator().value());
        columns.put("id", mission.id().value());
        columns.put("person", mission.person().value());
        columns.put("client", mission.client().value());
        columns.put("code", mission.code());
        columns.put("title", terms.title());
        columns.put("activity", terms.activity());
        columns.put("start", terms.dates().start());
        columns.put("end", terms.dates().end());
        columns.put("mode", terms.mode().name());
        columns.put("price", terms.price().cents());
        columns.put("vat", terms.vat().ratio());
        var purpose = terms.purpose();
        columns.put("purpose", purpose == null ? null : purpose.name());
        var reason = terms.reason();
        columns.put("reason", reason == null ? null : reason.name());
        columns.put("goods", terms.goods());
        columns.put("regulated", terms.regulated());
        columns.put("at_home", terms.atHome());
        columns.put("dangerous", terms.dangerousWork());
        columns.put("strikers", terms.replacesStrikers());
        columns.put("days", terms.daysPerMonth());
        columns.put("order", terms.orderReference());
        columns.put("state", mission.state().name());
        columns.put("findings", json.write(mission.findings()));
        columns.put("questions", mission.questions().toArray(String[]::new));
        var lifted = mission.lifted();
        columns.put("lifted_rules", lifted == null ? null : lifted.rules().toArray(String[]::new));
        columns.put("lifted_reason", lifted == null ? null : lifted.reason());
        columns.put("lifted_by", lifted == null ? null : lifted.by());
        columns.put("lifted_role", lifted == null ? null : lifted.role());
        columns.put("lifted_at", lifted == null ? null : lifted.at().atOffset(ZoneOffset.UTC));
        return columns;
    }

    private Mission read(ResultSet row, int index) throws SQLException {
        return new Mission(
                new MissionId(row.getObject("id", UUID.class)),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("code"),
                terms(row),
                MissionState.valueOf(row.getString("state")),
                json.read(row.getString("findings")),
                strings(row, "questions"),
                lifted(row));
    }

    private static MissionTerms terms(ResultSet row) throws SQLException {
        var purpose = row.getString("purpose");
        var reason = row.getString("recourse_reason");
        return new MissionTerms(
                row.getString("title"),
                row.getString("activity"),
                new DateRange(row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)),
                PriceMode.valueOf(row.getString("price_mode")),
                Money.ofCents(row.getLong("price_cents")),
                new Rate(row.getBigDecimal("vat")),
                purpose == null ? null : Purpose.valueOf(purpose),
                reason == null ? null : RecourseReason.valueOf(reason),
                row.getObject("goods", Boolean.class),
                row.getObject("regulated", Boolean.class),
                row.getObject("at_home", Boolean.class),
                row.getObject("dangerous_work", Boolean.class),
                row.getObject("replaces_strikers", Boolean.class),
                new BigDecimal(row.getString("days_per_month")),
                row.getString("order_reference"));
    }

    private static @Nullable LiftedRefusal lifted(ResultSet row) throws SQLException {
        var reason = row.getString("lifted_reason");
        if (reason == null) return null;
        Instant at = row.getObject("lifted_at", OffsetDateTime.class).toInstant();
        return new LiftedRefusal(
                strings(row, "lifted_rules"), reason, row.getString("lifted_by"), row.getString("lifted_role"), at);
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
