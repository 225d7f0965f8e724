package org.passerelle.invoicing;

import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.missions.MissionBuilder.dailyRate;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.Reporting;
import org.passerelle.clients.Client;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.passerelle.testing.House;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Lives the month up to the draft: a worker, a client, a mission at 450 € a day, an approved report.
@TestComponent
@Import(House.class)
public class Billing {

    static final Month OCTOBER = Month.of(2026, 10);
    static final LocalDate LAST = LocalDate.of(2026, 10, 31);

    private final House house;
    private final Activity activity;
    private final Invoicing invoicing;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Billing(House house, Activity activity, Invoicing invoicing, JdbcClient sql, TransactionTemplate transaction) {
        this.house = house;
        this.activity = activity;
        this.invoicing = invoicing;
        this.sql = sql;
        this.transaction = transaction;
    }

    /// Everything before the invoice.
    public record Situation(Operator operator, Person person, Client client, Mission mission) {
        public OperatorId id() {
            return operator.id();
        }
    }

    public Situation situation() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        var client = house.has(operator, aClient());
        return new Situation(
                operator, person, client, house.has(person, client, aMission().at(dailyRate("450"))));
    }

    /// The draft that the approval of these days makes.
    public DraftInvoice draft(Situation s, String... days) {
        var lines = Arrays.stream(days)
                .map(day ->
                        ActivityDay.onMission(LocalDate.parse(day), s.mission().id(), "1"))
                .toList();
        var saved = in(s.id(), () -> activity.save(s.person().id(), OCTOBER, lines, UUID.randomUUID()));
        var report = ((Reporting.Accepted) saved).report().id();
        in(s.id(), () -> activity.submit(report));
        in(s.id(), () -> activity.approve(report));
        return in(s.id(), () -> invoicing.draftFrom(s.id(), report)).getFirst();
    }

    /// As many drafts as wanted, equal to this one, each as if of a report of its own.
    public List<InvoiceId> copies(DraftInvoice draft, int count) {
        return in(
                draft.operator(),
                () -> transaction.execute(_ -> {
                    var ids = sql.sql("""
                            insert into invoicing.draft
                            select operator_id, gen_random_uuid(), client_id, mission_id, person_id, month,
                                   gen_random_uuid(), null, reason, null, 'DRAFT', created_at
                            from invoicing.draft, generate_series(1, ?) where operator_id = ? and id = ?
                            returning id""")
                            .param(count)
                            .param(draft.operator().value())
                            .param(draft.id().value())
                            .query(UUID.class)
                            .list();
                    sql.sql("""
                            insert into invoicing.draft_line
                            select l.operator_id, c.id, l.position, l.mission_id, l.person_id, l.kind, l.label, l.quantity,
                                   l.unit_code, l.unit_price_cents, l.vat_rate, l.net_cents
                            from invoicing.draft_line l, unnest(?::uuid[]) as c (id)
                            where l.operator_id = ? and l.draft_id = ?""")
                            .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                            .param(draft.operator().value())
                            .param(draft.id().value())
                            .update();
                    return ids.stream().map(InvoiceId::new).toList();
                }));
    }

    public IssuedInvoice issued(Situation s, DraftInvoice draft) {
        var issuance = in(s.id(), () -> invoicing.issue(s.id(), draft.id(), LAST, UUID.randomUUID()));
        return ((Issuance.Issued) issuance).invoice();
    }
}
