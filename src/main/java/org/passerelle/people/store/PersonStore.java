package org.passerelle.people.store;

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
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Nir;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.UserId;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Dated;
import org.passerelle.people.Employment;
import org.passerelle.people.PayStep;
import org.passerelle.people.Person;
import org.passerelle.people.Qualification;
import org.passerelle.people.Withholding;
import org.passerelle.platform.crypto.Vault;
import org.passerelle.platform.once.Revised;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads and writes `people.person`. NIR and IBAN leave here sealed and come back opened (S-40).
@Repository
public class PersonStore {

    private static final String TABLE = "people.person";

    /// A person with what is in force on a day, or on the day of entry when that comes later.
    private static final String SELECT = """
            select p.*, e.from_month as e_from, e.cadre as e_cadre, e.pay_step as e_pay_step,
                e.hours_per_week as e_hours_per_week, e.job as e_job, e.fixed_part_cents as e_fixed_part_cents,
                e.requested_gross_cents as e_requested_gross_cents, w.from_month as w_from, w.rate as w_rate
            from people.person p
            left join lateral (select * from people.employment_version v
                where v.operator_id = p.operator_id and v.person_id = p.id
                    and v.from_month <= greatest(:on, p.entry_on)
                order by v.from_month desc limit 1) e on true
            left join lateral (select * from people.withholding_version v
                where v.operator_id = p.operator_id and v.person_id = p.id
                    and v.from_month <= greatest(:on, p.entry_on)
                order by v.from_month desc limit 1) w on true
            where\s""";

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

    /// Replaces what belongs to the file. What holds from a month on has its own verbs.
    ///
    /// @return false when the scope has no such person
    public boolean update(Person person) {
        return jdbc.sql("""
                        update people.person set user_id = :user, first_name = :first_name, last_name = :last_name,
                            birth_date = :birth_date, nir_sealed = :nir, nir_mark = :nir_mark, iban_sealed = :iban,
                            address = :address, email = :email, diploma_level = :diploma,
                            experience_months = :experience, own_siren = :own_siren, sap_declared = :sap_declared,
                            entry_on = :entry, exit_on = :exit, revision = revision + 1
                        where operator_id = :operator and id = :id and code = :code""").params(columns(person)).update() > 0;
    }

    /// When the bank account was changed; the first one was named with the file.
    public void ibanChanged(Person person, Instant now) {
        jdbc.sql("update people.person set iban_changed_at = ? where operator_id = ? and id = ?")
                .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param(person.operator().value())
                .param(person.id().value())
                .update();
    }

    /// Bank accounts that were changed after that moment, and when.
    public Map<Iban, Instant> ibansSince(OperatorId operator, Instant moment) {
        var fresh = new HashMap<Iban, Instant>();
        jdbc.sql("""
                        select id, iban_sealed, iban_changed_at from people.person
                        where operator_id = ? and iban_changed_at > ?""")
                .param(operator.value())
                .param(OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    fresh.put(
                            Iban.of(vault.open(operator, TABLE, "iban", id, row.getBytes("iban_sealed"))),
                            row.getObject("iban_changed_at", OffsetDateTime.class)
                                    .toInstant());
                });
        return fresh;
    }

    public void employ(Person person, Month from, Employment employment) {
        jdbc.sql("""
                        insert into people.employment_version (operator_id, person_id, from_month, cadre, pay_step,
                            hours_per_week, job, fixed_part_cents, requested_gross_cents)
                        values (:operator, :id, :from, :cadre, :step, :hours, :job, :fixed_part, :requested_gross)
                        on conflict (operator_id, person_id, from_month) do update set cadre = :cadre, pay_step = :step,
                            hours_per_week = :hours, job = :job, fixed_part_cents = :fixed_part,
                            requested_gross_cents = :requested_gross""")
                .params(columns(person))
                .params(columns(employment))
                .param("from", from.firstDay())
                .update();
        touch(person);
    }

    public void withhold(Person person, Month from, Withholding withholding) {
        jdbc.sql("""
                        insert into people.withholding_version (operator_id, person_id, from_month, rate)
                        values (:operator, :id, :from, :rate)
                        on conflict (operator_id, person_id, from_month) do update set rate = :rate""")
                .param("operator", person.operator().value())
                .param("id", person.id().value())
                .param("from", from.firstDay())
                .param("rate", ratio(withholding))
                .update();
        touch(person);
    }

    public void signsInNoMore(Person person) {
        jdbc.sql("update people.person set user_id = null where operator_id = :operator and id = :id")
                .param("operator", person.operator().value())
                .param("id", person.id().value())
                .update();
    }

    /// The personal rates of withholding tax.
    public void forgetRates(Person person) {
        jdbc.sql("update people.person set withholding_rate = null where operator_id = :operator and id = :id")
                .param("operator", person.operator().value())
                .param("id", person.id().value())
                .update();
        jdbc.sql("update people.withholding_version set rate = null where operator_id = :operator and person_id = :id")
                .param("operator", person.operator().value())
                .param("id", person.id().value())
                .update();
    }

    private void touch(Person person) {
        jdbc.sql("update people.person set revision = revision + 1 where operator_id = :operator and id = :id")
                .param("operator", person.operator().value())
                .param("id", person.id().value())
                .update();
    }

    /// What was agreed since the entry, oldest first.
    public List<Dated<Employment>> employments(Person person) {
        var first = person.employment();
        return jdbc.sql("""
                        select * from people.employment_version
                        where operator_id = :operator and person_id = :id order by from_month""")
                .param("operator", person.operator().value())
                .param("id", person.id().value())
                .query((row, index) ->
                        new Dated<>(month(row), employment(row, "", first.kind(), first.entry(), first.exit())))
                .list();
    }

    /// The rates since the entry, oldest first.
    public List<Dated<Withholding>> withholdings(Person person) {
        return jdbc.sql("""
                        select * from people.withholding_version
                        where operator_id = :operator and person_id = :id order by from_month""")
                .param("operator", person.operator().value())
                .param("id", person.id().value())
                .query((row, index) -> new Dated<>(month(row), withholding(row.getBigDecimal("rate"))))
                .list();
    }

    private static Month month(ResultSet row) throws SQLException {
        return Month.containing(row.getObject("from_month", LocalDate.class));
    }

    public Optional<Person> find(PersonId id, LocalDate on) {
        return revised(id, on, "").map(Revised::value);
    }

    public Optional<Revised<Person>> revised(PersonId id, LocalDate on) {
        return revised(id, on, "");
    }

    /// The same, and nobody else changes the file until the transaction ends.
    public Optional<Revised<Person>> lock(PersonId id, LocalDate on) {
        return revised(id, on, " for update of p");
    }

    private Optional<Revised<Person>> revised(PersonId id, LocalDate on, String lock) {
        return jdbc.sql((SELECT + "p.operator_id = any (platform.operators()) and p.id = :id%s").formatted(lock))
                .param("on", on)
                .param("id", id.value())
                .query((row, index) -> new Revised<>(read(row, index), row.getInt("revision")))
                .optional();
    }

    public Optional<Person> byIntent(OperatorId operator, UUID intent, LocalDate on) {
        return by(operator, "intent", intent, on);
    }

    public Optional<Person> byCode(OperatorId operator, String code, LocalDate on) {
        return by(operator, "code", code, on);
    }

    /// @param column one of this file's own
    private Optional<Person> by(OperatorId operator, String column, Object value, LocalDate on) {
        return jdbc.sql((SELECT + "p.operator_id = :operator and p.%s = :value").formatted(column))
                .param("on", on)
                .param("operator", operator.value())
                .param("value", value)
                .query(this::read)
                .optional();
    }

    public List<Person> byUser(UserId user, LocalDate on) {
        return jdbc.sql(SELECT + "p.operator_id = any (platform.operators()) and p.user_id = :user order by p.entry_on")
                .param("on", on)
                .param("user", user.value())
                .query(this::read)
                .list();
    }

    public List<Person> all(OperatorId operator, LocalDate on) {
        return jdbc.sql(SELECT + "p.operator_id = :operator order by p.code")
                .param("on", on)
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
        columns.putAll(columns(employment));
        columns.put("withholding", ratio(person.withholding()));
        return columns;
    }

    private static Map<String, @Nullable Object> columns(Employment employment) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("cadre", employment.cadre());
        var step = employment.step();
        columns.put("step", step == null ? null : step.name());
        columns.put("hours", employment.hoursPerWeek());
        columns.put("job", employment.job());
        columns.put("fixed_part", employment.fixedPart().cents());
        var requested = employment.requestedGross();
        columns.put("requested_gross", requested == null ? null : requested.cents());
        return columns;
    }

    private static @Nullable BigDecimal ratio(Withholding withholding) {
        return withholding instanceof Withholding.Personal personal
                ? personal.rate().ratio()
                : null;
    }

    private static Withholding withholding(@Nullable BigDecimal rate) {
        return rate == null ? new Withholding.Neutral() : new Withholding.Personal(new Rate(rate));
    }

    private Person read(ResultSet row, int index) throws SQLException {
        var operator = new OperatorId(row.getObject("operator_id", UUID.class));
        var id = row.getObject("id", UUID.class);
        var user = row.getObject("user_id", UUID.class);
        var siren = row.getString("own_siren");
        var rate = row.getBigDecimal(row.getObject("w_from") == null ? "withholding_rate" : "w_rate");
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
                employment(
                        row,
                        row.getObject("e_from") == null ? "" : "e_",
                        ContractKind.valueOf(row.getString("contract")),
                        row.getObject("entry_on", LocalDate.class),
                        row.getObject("exit_on", LocalDate.class)),
                withholding(rate));
    }

    /// @param prefix of the columns: those of a later version, or none
    private static Employment employment(
            ResultSet row, String prefix, ContractKind kind, LocalDate entry, @Nullable LocalDate exit)
            throws SQLException {
        var step = row.getString(prefix + "pay_step");
        var requested = row.getObject(prefix + "requested_gross_cents", Long.class);
        return new Employment(
                kind,
                entry,
                exit,
                row.getBoolean(prefix + "cadre"),
                step == null ? null : PayStep.valueOf(step),
                new BigDecimal(row.getString(prefix + "hours_per_week")),
                row.getString(prefix + "job"),
                Money.ofCents(row.getLong(prefix + "fixed_part_cents")),
                requested == null ? null : Money.ofCents(requested));
    }
}
