package org.passerelle.activity.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.ActivityKind;
import org.passerelle.activity.ActivityReport;
import org.passerelle.activity.ActivityUnit;
import org.passerelle.activity.ReportState;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads and writes `activity.report`, its lines and the acts of saving. The database refuses any change of an
/// approved report.
@Repository
public class ReportStore {

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The person's report of the month, opened when there is none, locked until the transaction ends.
    public ActivityReport open(OperatorId operator, PersonId person, Month month) {
        jdbc.sql("""
                        insert into activity.report (operator_id, id, person_id, month, state)
                        values (:operator, :id, :person, :month, 'DRAFT')
                        on conflict (operator_id, person_id, month) do nothing""")
                .param("operator", operator.value())
                .param("id", UUID.randomUUID())
                .param("person", person.value())
                .param("month", month.firstDay())
                .update();
        return jdbc.sql("""
                        select * from activity.report
                        where operator_id = :operator and person_id = :person and month = :month for update""")
                .param("operator", operator.value())
                .param("person", person.value())
                .param("month", month.firstDay())
                .query(this::read)
                .single();
    }

    public Optional<ActivityReport> lock(ActivityReportId id) {
        return jdbc.sql("""
                        select * from activity.report
                        where operator_id = any (platform.operators()) and id = :id for update""").param("id", id.value()).query(this::read).optional();
    }

    public Optional<ActivityReport> find(ActivityReportId id) {
        return jdbc.sql("select * from activity.report where operator_id = any (platform.operators()) and id = :id")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    public Optional<ActivityReport> of(PersonId person, Month month) {
        return jdbc.sql("""
                        select * from activity.report
                        where operator_id = any (platform.operators()) and person_id = :person and month = :month""")
                .param("person", person.value())
                .param("month", month.firstDay())
                .query(this::read)
                .optional();
    }

    public List<ActivityReport> all(OperatorId operator, Month month) {
        return jdbc.sql("""
                        select r.* from activity.report r where r.operator_id = :operator and r.month = :month
                        order by r.id""")
                .param("operator", operator.value())
                .param("month", month.firstDay())
                .query(this::read)
                .list();
    }

    public List<ActivityReport> waiting(OperatorId operator) {
        return jdbc.sql("""
                        select * from activity.report where operator_id = :operator and state = 'SUBMITTED'
                        order by month, submitted_at""")
                .param("operator", operator.value())
                .query(this::read)
                .list();
    }

    public void replaceLines(ActivityReport report, List<ActivityDay> lines) {
        jdbc.sql("delete from activity.line where operator_id = :operator and report_id = :report")
                .param("operator", report.operator().value())
                .param("report", report.id().value())
                .update();
        for (int position = 0; position < lines.size(); position++) {
            var line = lines.get(position);
            var mission = line.mission();
            jdbc.sql("""
                            insert into activity.line (operator_id, report_id, person_id, position, day, kind, mission_id,
                                quantity, unit)
                            values (:operator, :report, :person, :position, :day, :kind, :mission, :quantity, :unit)""")
                    .param("operator", report.operator().value())
                    .param("report", report.id().value())
                    .param("person", report.person().value())
                    .param("position", position)
                    .param("day", line.day())
                    .param("kind", line.kind().name())
                    .param("mission", mission == null ? null : mission.value())
                    .param("quantity", line.quantity())
                    .param("unit", line.unit().name())
                    .update();
        }
    }

    public void submitted(ActivityReport report, Instant at) {
        jdbc.sql("""
                        update activity.report set state = 'SUBMITTED', submitted_at = :at, return_reason = null
                        where operator_id = :operator and id = :id""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("operator", report.operator().value())
                .param("id", report.id().value())
                .update();
    }

    public void approved(ActivityReport report, Instant at, String by) {
        jdbc.sql("""
                        update activity.report set state = 'APPROVED', approved_at = :at, approved_by = :by
                        where operator_id = :operator and id = :id""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("operator", report.operator().value())
                .param("id", report.id().value())
                .update();
    }

    public void returned(ActivityReport report, String reason) {
        jdbc.sql("""
                        update activity.report set state = 'RETURNED', return_reason = :reason
                        where operator_id = :operator and id = :id""")
                .param("reason", reason)
                .param("operator", report.operator().value())
                .param("id", report.id().value())
                .update();
    }

    public Optional<ActivityReportId> savedBy(OperatorId operator, UUID intent) {
        return jdbc.sql("select report_id from activity.saving where operator_id = :operator and intent = :intent")
                .param("operator", operator.value())
                .param("intent", intent)
                .query(UUID.class)
                .optional()
                .map(ActivityReportId::new);
    }

    public void saved(ActivityReport report, UUID intent, Instant at) {
        jdbc.sql("""
                        insert into activity.saving (operator_id, intent, report_id, saved_at)
                        values (:operator, :intent, :report, :at)""")
                .param("operator", report.operator().value())
                .param("intent", intent)
                .param("report", report.id().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What other months delivered of fixed prices, by mission.
    public Map<MissionId, BigDecimal> partsOutside(PersonId person, Month month) {
        var parts = new HashMap<MissionId, BigDecimal>();
        jdbc.sql("""
                        select l.mission_id, sum(l.quantity) as parts
                        from activity.line l
                        join activity.report r on r.operator_id = l.operator_id and r.id = l.report_id
                        where l.operator_id = any (platform.operators()) and l.person_id = :person
                            and l.unit = 'PART' and r.month <> :month
                        group by l.mission_id""")
                .param("person", person.value())
                .param("month", month.firstDay())
                .query(row -> {
                    parts.put(new MissionId(row.getObject("mission_id", UUID.class)), row.getBigDecimal("parts"));
                });
        return parts;
    }

    private ActivityReport read(ResultSet row, int index) throws SQLException {
        var operator = row.getObject("operator_id", UUID.class);
        var id = row.getObject("id", UUID.class);
        var approved = row.getObject("approved_at", OffsetDateTime.class);
        return new ActivityReport(
                new ActivityReportId(id),
                new OperatorId(operator),
                new PersonId(row.getObject("person_id", UUID.class)),
                Month.containing(row.getObject("month", LocalDate.class)),
                lines(operator, id),
                ReportState.valueOf(row.getString("state")),
                List.of(),
                row.getString("return_reason"),
                approved == null ? null : approved.toInstant(),
                row.getString("approved_by"));
    }

    private List<ActivityDay> lines(UUID operator, UUID report) {
        return jdbc.sql("""
                        select * from activity.line where operator_id = :operator and report_id = :report
                        order by day, position""")
                .param("operator", operator)
                .param("report", report)
                .query((row, _) -> {
                    var mission = row.getObject("mission_id", UUID.class);
                    return new ActivityDay(
                            row.getObject("day", LocalDate.class),
                            ActivityKind.valueOf(row.getString("kind")),
                            mission == null ? null : new MissionId(mission),
                            row.getBigDecimal("quantity"),
                            ActivityUnit.valueOf(row.getString("unit")));
                })
                .list();
    }
}
