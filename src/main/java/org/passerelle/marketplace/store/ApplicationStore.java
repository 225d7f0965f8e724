package org.passerelle.marketplace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.marketplace.Application;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Proposals for offers; one of a person for an offer. Not an application to join a house.
@Repository("offerApplicationStore")
public class ApplicationStore {

    private final JdbcClient jdbc;

    ApplicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Application one) {
        jdbc.sql("""
                        insert into marketplace.application (operator_id, id, offer_id, person_id, words, price_cents,
                            state, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(one.operator().value())
                .param(one.id())
                .param(one.offer())
                .param(one.person().value())
                .param(one.words())
                .param(one.price().cents())
                .param(one.state().name())
                .param(utc(one.madeAt()))
                .update();
    }

    public Optional<Application> of(UUID offer, PersonId person) {
        return jdbc.sql("select * from marketplace.application where offer_id = ? and person_id = ?")
                .param(offer)
                .param(person.value())
                .query((row, _) -> application(row))
                .optional();
    }

    /// Nobody else decides about it until the transaction ends.
    public Optional<Application> lock(UUID id) {
        return jdbc.sql("select * from marketplace.application where id = ? for update")
                .param(id)
                .query((row, _) -> application(row))
                .optional();
    }

    /// What was proposed for an offer, in order.
    public List<Application> of(OperatorId operator, UUID offer) {
        return jdbc.sql("""
                        select * from marketplace.application where operator_id = ? and offer_id = ?
                        order by made_at""")
                .param(operator.value())
                .param(offer)
                .query((row, _) -> application(row))
                .list();
    }

    public void decided(Application one, Application.State state, @Nullable MissionId mission, Instant at) {
        jdbc.sql("""
                        update marketplace.application set state = :state, mission_id = :mission, decided_at = :at
                        where operator_id = :operator and id = :id""")
                .param("state", state.name())
                .param("mission", mission == null ? null : mission.value())
                .param("at", utc(at))
                .param("operator", one.operator().value())
                .param("id", one.id())
                .update();
    }

    private static Application application(ResultSet row) throws SQLException {
        var mission = row.getObject("mission_id", UUID.class);
        return new Application(
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("offer_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("words"),
                Money.ofCents(row.getLong("price_cents")),
                Application.State.valueOf(row.getString("state")),
                mission == null ? null : new MissionId(mission),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
