package org.passerelle.people.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Nir;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.UserId;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Employment;
import org.passerelle.people.PayStep;
import org.passerelle.people.Person;
import org.passerelle.people.Qualification;
import org.passerelle.people.Withholding;
import org.passerelle.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads and writes `people.person`. NIR and IBAN leave here sealed and come back opened (S-40).
@Repository
public class PersonStore {

    private static final String TABLE = "people.person";

    private final JdbcClient jdbc;
    private final Vault vault;

    PersonStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /// @return false when the intent was carried out before
    public boolean insert(Person person, Frame frame, UUID intent) {
        return jdbc.sql("""
                        insert into people.person (operator_id, id, intent, user_id, code, first_name, last_name,
                            birth_date, nir_sealed, nir_mark, iban_sealed, address, email, diploma_level,
                            experience_months, own_siren, sap_declared, frame, contract, entry_on, exit_on, cadre,
                            pay_step, hours_per_week, job, fixed_part_cents, requested_gross_cents, withholding_rate)
                        values (:operator, :id, :intent, :user, :code, :first_name, :last_name,
                            :birth_date, :nir, :nir_mark, :iban, :address, :email, :diploma,
                            :experience, :own_siren, :sap_declared, :frame, :contract, :entry, :exit, :cadre,
                            :step, :hours, :job, :fixed_part, :requested_gross, :withholding)
                        on conflict (operator_id, intent) do nothing""")
                        .params(columns(person))
                        .param("frame", frame.name())
                        .param("intent", intent)
                        .update()
                > 0;
    }

    /// @return false when the scope has no such person
    public boolean update(Person person) {
        return jdbc.sql("""
                        update people.person set user_id = :user, first_name = :first_name, last_name = :last_name,
                            birth_date = :birth_date, nir_sealed = :nir, nir_mark = :nir_mark, iban_sealed = :iban,
                            address = :address, email = :email, diploma_level = :diploma,
                            experience_months = :experience, own_siren = :own_siren, sap_declared = :sap_declared,
                            contract = :contract, entry_on = :entry, exit_on = :exit, cadre = :cadre,
                            pay_step = :step, hours_per_week = :hours, job = :job, fixed_part_cents = :fixed_part,
                            requested_gross_cents = :requested_gross, withholding_rate = :withholding
                        where operator_id = :operator and id = :id and code = :code""").params(columns(person)).update() > 0;
    }

    public Optional<Person> find(PersonId id) {
        return jdbc.sql("select * from people.person where operator_id = any (platform.operators()) and id = :id")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    public Optional<Person> byIntent(OperatorId operator, UUID intent) {
        return by(operator, "intent", intent);
    }

    public Optional<Person> byCode(OperatorId operator, String code) {
        return by(operator, "code", code);
    }

    /// @param column one of this file's own
    private Optional<Person> by(OperatorId operator, String column, Object value) {
        return jdbc.sql("select * from people.person where operator_id = :operator and %s = :value".formatted(column))
                .param("operator", operator.value())
                .param("value", value)
                .query(this::read)
                .optional();
    }

    public List<Person> byUser(UserId user) {
        return jdbc.sql("""
                        select * from people.person
                        where operator_id = any (platform.operators()) and user_id = :user order by entry_on""").param("user", user.value()).query(this::read).list();
    }

    public List<Person> all(OperatorId operator) {
        return jdbc.sql("select * from people.person where operator_id = :operator order by code")
                .param("operator", operator.value())
                .query(this::read)
                .list();
    }

    /// Whether another file of the entity holds this NIR.
    public boolean holds(OperatorId operator, Nir nir, PersonId except) {
        return jdbc.sql("""
                        select count(*) from people.person
                        where operator_id = :operator and nir_mark = :mark and id <> :except""")
                        .param("operator", operator.value())
                        .param("mark", mark(operator, nir))
                        .param("except", except.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public List<String> codes(OperatorId operator) {
        return jdbc.sql("select code from people.person where operator_id = :operator")
                .param("operator", operator.value())
                .query(String.class)
                .list();
    }

    private byte[] mark(OperatorId operator, Nir nir) {
        return vault.fingerprint(operator, "nir", nir.value());
    }

    private Map<String, @Nullable Object> columns(Person person) {
        var operator = person.operator();
        var id = person.id().value();
        var employment = person.employment();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("operator", operator.value());
        columns.put("id", id);
        var user = person.user();
        columns.put("user", user == null ? null : user.value());
        columns.put("code", person.code());
        columns.put("first_name", person.firstName());
        columns.put("last_name", person.lastName());
        columns.put("birth_date", person.birthDate());
        columns.put("nir", vault.seal(operator, TABLE, "nir", id, person.nir().value()));
        columns.put("nir_mark", mark(operator, person.nir()));
        columns.put(
                "iban", vault.seal(operator, TABLE, "iban", id, person.iban().value()));
        var address = person.address();
        columns.put(
                "address",
                new String[] {address.line1(), address.line2(), address.postcode(), address.city(), address.country()});
        columns.put("email", person.email());
        columns.put("diploma", person.qualification().diplomaLevel());
        columns.put("experience", person.qualification().experienceMonths());
        var siren = person.ownSiren();
        columns.put("own_siren", siren == null ? null : siren.value());
        columns.put("sap_declared", person.sapDeclared());
        columns.put("contract", employment.kind().name());
        columns.put("entry", employment.entry());
        columns.put("exit", employment.exit());
        columns.put("cadre", employment.cadre());
        var step = employment.step();
        columns.put("step", step == null ? null : step.name());
        columns.put("hours", employment.hoursPerWeek());
        columns.put("job", employment.job());
        columns.put("fixed_part", employment.fixedPart().cents());
        var requested = employment.requestedGross();
        columns.put("requested_gross", requested == null ? null : requested.cents());
        columns.put(
                "withholding",
                switch (person.withholding()) {
                    case Withholding.Neutral _ -> null;
                    case Withholding.Personal(var rate) -> rate.ratio();
                });
        return columns;
    }

    private Person read(ResultSet row, int index) throws SQLException {
        var operator = new OperatorId(row.getObject("operator_id", UUID.class));
        var id = row.getObject("id", UUID.class);
        var user = row.getObject("user_id", UUID.class);
        var siren = row.getString("own_siren");
        var rate = row.getBigDecimal("withholding_rate");
        var address = (String[]) row.getArray("address").getArray();
        return new Person(
                new PersonId(id),
                operator,
                user == null ? null : new UserId(user),
                row.getString("code"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getObject("birth_date", LocalDate.class),
                Nir.of(vault.open(operator, TABLE, "nir", id, row.getBytes("nir_sealed"))),
                new PostalAddress(address[0], address[1], address[2], address[3], address[4]),
                row.getString("email"),
                Iban.of(vault.open(operator, TABLE, "iban", id, row.getBytes("iban_sealed"))),
                new Qualification(
                        row.getObject("diploma_level", Integer.class),
                        row.getObject("experience_months", Integer.class)),
                siren == null ? null : Siren.of(siren),
                row.getBoolean("sap_declared"),
                employment(row),
                rate == null ? new Withholding.Neutral() : new Withholding.Personal(new Rate(rate)));
    }

    private static Employment employment(ResultSet row) throws SQLException {
        var step = row.getString("pay_step");
        var requested = row.getObject("requested_gross_cents", Long.class);
        return new Employment(
                ContractKind.valueOf(row.getString("contract")),
                row.getObject("entry_on", LocalDate.class),
                row.getObject("exit_on", LocalDate.class),
                row.getBoolean("cadre"),
                step == null ? null : PayStep.valueOf(step),
                new BigDecimal(row.getString("hours_per_week")),
                row.getString("job"),
                Money.ofCents(row.getLong("fixed_part_cents")),
                requested == null ? null : Money.ofCents(requested));
    }
}
