package org.passerelle.operators.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.frames.AssociationPolicy;
import org.passerelle.frames.SoleTraderPolicy;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.Siret;
import org.passerelle.kernel.VatNumber;
import org.passerelle.operators.CollectiveAgreement;
import org.passerelle.operators.Establishment;
import org.passerelle.operators.FeeTerms;
import org.passerelle.operators.FeeVote;
import org.passerelle.operators.Guarantee;
import org.passerelle.operators.Insurer;
import org.passerelle.operators.LeavePolicy;
import org.passerelle.operators.LegalReferences;
import org.passerelle.operators.Mediator;
import org.passerelle.operators.MinimumComposition;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Policies;
import org.passerelle.operators.SapDeclaration;
import org.passerelle.platform.crypto.Vault;
import org.passerelle.platform.once.Revised;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads and writes `operators.*`. The frame, once written, is never updated (PS-20).
@Repository
public class OperatorStore {

    private static final String TABLE = "operators.legal_entity";

    /// An entity with the policies in force on a day.
    private static final String SELECT = """
            select e.*, v.from_month as v_from, v.sole_trader as v_sole_trader, v.association as v_association,
                v.pe_require_siren as v_pe_require_siren, v.start_before_signature as v_start_before_signature,
                v.invoice_legal_references as v_invoice_legal_references, v.minimum_counts as v_minimum_counts,
                v.leave_policy as v_leave_policy, v.reserve_load as v_reserve_load,
                v.pay_before_collection as v_pay_before_collection, v.advance_cap_cents as v_advance_cap_cents
            from operators.legal_entity e
            left join lateral (select * from operators.policy_version p
                where p.operator_id = e.operator_id and p.from_month <= :on
                order by p.from_month desc limit 1) v on true
            where\s""";

    private final JdbcClient jdbc;
    private final Vault vault;

    OperatorStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /// @return false when the entity stood already
    public boolean insert(Operator operator) {
        int rows = jdbc.sql("""
                        insert into operators.legal_entity (operator_id, group_id, frame, name, legal_form,
                            capital_cents, rcs_city, siret, vat, ape, address, email, iban_sealed, bic, idcc, agreement,
                            guarantor, guarantor_address, guarantee_cents, guarantee_from, guarantee_until,
                            insurer, insurance_policy, insurance_until, mediator, mediator_address, mediator_site,
                            sap_number, sap_declared_on, sap_approved_on, series, sole_trader, association,
                            pe_require_siren, start_before_signature, invoice_legal_references, minimum_counts,
                            leave_policy, reserve_load, pay_before_collection, advance_cap_cents)
                        values (:operator, :group, :frame, :name, :legal_form,
                            :capital, :rcs_city, :siret, :vat, :ape, :address, :email, :iban, :bic, :idcc, :agreement,
                            :guarantor, :guarantor_address, :guarantee, :guarantee_from, :guarantee_until,
                            :insurer, :insurance_policy, :insurance_until, :mediator, :mediator_address, :mediator_site,
                            :sap_number, :sap_declared_on, :sap_approved_on, :series, :sole_trader, :association,
                            :pe_require_siren, :start_before_signature, :invoice_legal_references, :minimum_counts,
                            :leave_policy, :reserve_load, :pay_before_collection, :advance_cap)
                        on conflict (operator_id) do nothing""").params(columns(operator)).update();
        if (rows > 0) {
            for (var version : operator.establishments()) insert(operator.id(), version);
            for (var terms : operator.fees()) insert(operator, terms);
        }
        return rows > 0;
    }

    /// @return false when the scope has no such entity
    public boolean update(Operator operator) {
        int rows = jdbc.sql("""
                        update operators.legal_entity set name = :name, legal_form = :legal_form,
                            capital_cents = :capital, rcs_city = :rcs_city, siret = :siret, ape = :ape,
                            address = :address, email = :email, iban_sealed = :iban, bic = :bic, idcc = :idcc,
                            agreement = :agreement, guarantor = :guarantor, guarantor_address = :guarantor_address,
                            guarantee_cents = :guarantee, guarantee_from = :guarantee_from,
                            guarantee_until = :guarantee_until, insurer = :insurer,
                            insurance_policy = :insurance_policy, insurance_until = :insurance_until,
                            mediator = :mediator, mediator_address = :mediator_address, mediator_site = :mediator_site,
                            sap_number = :sap_number, sap_declared_on = :sap_declared_on,
                            sap_approved_on = :sap_approved_on, revision = revision + 1
                        where operator_id = :operator and frame = :frame""").params(columns(operator)).update();
        return rows > 0;
    }

    /// A version of the rates from a day on, in place of one from the same day.
    public void establish(OperatorId id, Establishment version) {
        insert(id, version);
        touch(id);
    }

    /// A fee from a day on, in place of one from the same day.
    public void charge(Operator operator, FeeTerms terms) {
        insert(operator, terms);
        touch(operator.id());
    }

    /// Policies from a month on, in place of those from the same month.
    public void decide(OperatorId id, Month from, Policies policies) {
        jdbc.sql("""
                        insert into operators.policy_version (operator_id, from_month, sole_trader, association,
                            pe_require_siren, start_before_signature, invoice_legal_references, minimum_counts,
                            leave_policy, reserve_load, pay_before_collection, advance_cap_cents)
                        values (:operator, :from, :sole_trader, :association, :pe_require_siren,
                            :start_before_signature, :invoice_legal_references, :minimum_counts, :leave_policy,
                            :reserve_load, :pay_before_collection, :advance_cap)
                        on conflict (operator_id, from_month) do update set sole_trader = :sole_trader,
                            association = :association, pe_require_siren = :pe_require_siren,
                            start_before_signature = :start_before_signature,
                            invoice_legal_references = :invoice_legal_references, minimum_counts = :minimum_counts,
                            leave_policy = :leave_policy, reserve_load = :reserve_load,
                            pay_before_collection = :pay_before_collection, advance_cap_cents = :advance_cap""")
                .params(columns(policies))
                .param("operator", id.value())
                .param("from", from.firstDay())
                .update();
        touch(id);
    }

    private void touch(OperatorId id) {
        jdbc.sql("update operators.legal_entity set revision = revision + 1 where operator_id = :operator")
                .param("operator", id.value())
                .update();
    }

    public Optional<Operator> find(OperatorId id, LocalDate on) {
        return revised(id, on).map(Revised::value);
    }

    public Optional<Revised<Operator>> revised(OperatorId id, LocalDate on) {
        return revised(id, on, "");
    }

    /// The same, and nobody else changes the entity until the transaction ends.
    public Optional<Revised<Operator>> lock(OperatorId id, LocalDate on) {
        return revised(id, on, " for update of e");
    }

    private Optional<Revised<Operator>> revised(OperatorId id, LocalDate on, String lock) {
        return jdbc.sql((SELECT + "e.operator_id = :operator%s").formatted(lock))
                .param("on", on)
                .param("operator", id.value())
                .query((row, index) -> new Revised<>(read(row, index), row.getInt("revision")))
                .optional();
    }

    public List<Operator> all(LocalDate on) {
        return jdbc.sql(SELECT + "e.operator_id = any (platform.operators()) order by e.name")
                .param("on", on)
                .query(this::read)
                .list();
    }

    /// The months from which other policies hold, oldest first.
    public List<Month> decisions(OperatorId id) {
        return jdbc.sql("""
                        select from_month from operators.policy_version
                        where operator_id = :operator order by from_month""")
                .param("operator", id.value())
                .query((row, index) -> Month.containing(row.getObject("from_month", LocalDate.class)))
                .list();
    }

    private Map<String, @Nullable Object> columns(Operator operator) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("operator", operator.id().value());
        columns.put("group", operator.group().value());
        columns.put("frame", operator.frame().name());
        columns.put("name", operator.name());
        columns.put("legal_form", operator.legalForm());
        columns.put("capital", operator.capital().cents());
        columns.put("rcs_city", operator.rcsCity());
        columns.put("siret", operator.siret().value());
        columns.put("vat", operator.vat().value());
        columns.put("ape", operator.ape());
        columns.put("address", array(operator.address()));
        columns.put("email", operator.email());
        columns.put(
                "iban",
                vault.seal(
                        operator.id(),
                        TABLE,
                        "iban",
                        operator.id().value(),
                        operator.iban().value()));
        columns.put("bic", operator.bic());
        columns.put("idcc", operator.agreement().idcc());
        columns.put("agreement", operator.agreement().title());
        var guarantee = operator.guarantee();
        columns.put("guarantor", guarantee == null ? null : guarantee.guarantor());
        columns.put("guarantor_address", guarantee == null ? null : array(guarantee.address()));
        columns.put("guarantee", guarantee == null ? null : guarantee.amount().cents());
        columns.put("guarantee_from", guarantee == null ? null : guarantee.validFrom());
        columns.put("guarantee_until", guarantee == null ? null : guarantee.validUntil());
        columns.put("insurer", operator.insurer().name());
        columns.put("insurance_policy", operator.insurer().policyNumber());
        columns.put("insurance_until", operator.insurer().validUntil());
        var mediator = operator.mediator();
        columns.put("mediator", mediator == null ? null : mediator.name());
        columns.put("mediator_address", mediator == null ? null : mediator.address());
        columns.put("mediator_site", mediator == null ? null : mediator.site());
        var sap = operator.sap();
        columns.put("sap_number", sap == null ? null : sap.number());
        columns.put("sap_declared_on", sap == null ? null : sap.declaredOn());
        columns.put("sap_approved_on", sap == null ? null : sap.approvedOn());
        columns.put("series", operator.series());
        columns.putAll(columns(operator.policies()));
        return columns;
    }

    private static Map<String, @Nullable Object> columns(Policies policies) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("sole_trader", policies.soleTrader().name());
        columns.put("association", policies.association().name());
        columns.put("pe_require_siren", policies.peRequireSiren());
        columns.put("start_before_signature", policies.startBeforeSignature());
        columns.put(
                "invoice_legal_references", policies.invoiceLegalReferences().name());
        columns.put("minimum_counts", counted(policies.minimumComposition()));
        columns.put("leave_policy", policies.leave().name());
        columns.put("reserve_load", policies.reserveLoad().ratio());
        columns.put("pay_before_collection", policies.payBeforeCollection());
        columns.put("advance_cap", policies.advanceCap().cents());
        return columns;
    }

    private void insert(OperatorId id, Establishment version) {
        jdbc.sql("""
                        insert into operators.establishment (operator_id, valid_from, headcount, versement_mobilite,
                            atmp, mutuelle_monthly_cents, mutuelle_employer_share, alternants_share)
                        values (:operator, :from, :headcount, :vm, :atmp, :mutuelle, :share, :alternants)
                        on conflict (operator_id, valid_from) do update set headcount = :headcount,
                            versement_mobilite = :vm, atmp = :atmp, mutuelle_monthly_cents = :mutuelle,
                            mutuelle_employer_share = :share, alternants_share = :alternants""")
                .param("operator", id.value())
                .param("from", version.from())
                .param("headcount", version.headcount())
                .param("vm", version.versementMobilite().ratio())
                .param("atmp", version.atmp().ratio())
                .param("mutuelle", version.mutuelleMonthly().cents())
                .param("share", version.mutuelleEmployerShare().ratio())
                .param("alternants", version.alternantsShare().ratio())
                .update();
    }

    private void insert(Operator operator, FeeTerms terms) {
        var vote = terms.vote();
        var model = FeeColumns.of(terms.model());
        jdbc.sql("""
                        insert into operators.fee_terms (operator_id, frame, valid_from, kind, rate, amount_cents,
                            tiers, voted_on, statutes_ref, clause)
                        values (:operator, :frame, :from, :kind, :rate, :amount, :tiers, :voted_on, :statutes, :clause)
                        on conflict (operator_id, valid_from) do update set kind = :kind, rate = :rate,
                            amount_cents = :amount, tiers = :tiers, voted_on = :voted_on, statutes_ref = :statutes,
                            clause = :clause""")
                .param("operator", operator.id().value())
                .param("frame", operator.frame().name())
                .param("from", terms.from())
                .param("kind", model.kind())
                .param("rate", model.rate())
                .param("amount", model.amountCents())
                .param("tiers", model.tiers())
                .param("voted_on", vote == null ? null : vote.votedOn())
                .param("statutes", vote == null ? null : vote.statutesRef())
                .param("clause", terms.clause())
                .update();
    }

    private Operator read(ResultSet row, int index) throws SQLException {
        var id = new OperatorId(row.getObject("operator_id", UUID.class));
        return new Operator(
                id,
                new GroupId(row.getObject("group_id", UUID.class)),
                Frame.valueOf(row.getString("frame")),
                row.getString("name"),
                row.getString("legal_form"),
                Money.ofCents(row.getLong("capital_cents")),
                row.getString("rcs_city"),
                Siret.of(row.getString("siret")),
                VatNumber.of(row.getString("vat")),
                row.getString("ape"),
                address(row, "address"),
                row.getString("email"),
                Iban.of(vault.open(id, TABLE, "iban", id.value(), row.getBytes("iban_sealed"))),
                row.getString("bic"),
                new CollectiveAgreement(row.getString("idcc"), row.getString("agreement")),
                guarantee(row),
                new Insurer(
                        row.getString("insurer"),
                        row.getString("insurance_policy"),
                        row.getObject("insurance_until", LocalDate.class)),
                row.getString("mediator") == null
                        ? null
                        : new Mediator(
                                row.getString("mediator"),
                                row.getString("mediator_address"),
                                row.getString("mediator_site")),
                row.getString("sap_number") == null
                        ? null
                        : new SapDeclaration(
                                row.getString("sap_number"),
                                row.getObject("sap_declared_on", LocalDate.class),
                                row.getObject("sap_approved_on", LocalDate.class)),
                establishments(id),
                fees(id),
                row.getString("series"),
                policies(row, row.getObject("v_from") == null ? "" : "v_"));
    }

    private List<Establishment> establishments(OperatorId id) {
        return jdbc.sql("select * from operators.establishment where operator_id = :operator order by valid_from")
                .param("operator", id.value())
                .query((row, _) -> new Establishment(
                        row.getObject("valid_from", LocalDate.class),
                        row.getInt("headcount"),
                        new Rate(row.getBigDecimal("versement_mobilite")),
                        new Rate(row.getBigDecimal("atmp")),
                        Money.ofCents(row.getLong("mutuelle_monthly_cents")),
                        new Rate(row.getBigDecimal("mutuelle_employer_share")),
                        new Rate(row.getBigDecimal("alternants_share"))))
                .list();
    }

    private List<FeeTerms> fees(OperatorId id) {
        return jdbc.sql("select * from operators.fee_terms where operator_id = :operator order by valid_from")
                .param("operator", id.value())
                .query((row, _) -> new FeeTerms(
                        row.getObject("valid_from", LocalDate.class),
                        new FeeColumns(
                                        row.getString("kind"),
                                        row.getBigDecimal("rate"),
                                        row.getObject("amount_cents", Long.class),
                                        strings(row, "tiers"))
                                .model(),
                        row.getString("statutes_ref") == null
                                ? null
                                : new FeeVote(
                                        row.getObject("voted_on", LocalDate.class), row.getString("statutes_ref")),
                        row.getString("clause")))
                .list();
    }

    private static @Nullable Guarantee guarantee(ResultSet row) throws SQLException {
        var guarantor = row.getString("guarantor");
        if (guarantor == null) return null;
        return new Guarantee(
                guarantor,
                address(row, "guarantor_address"),
                Money.ofCents(row.getLong("guarantee_cents")),
                row.getObject("guarantee_from", LocalDate.class),
                row.getObject("guarantee_until", LocalDate.class));
    }

    /// @param prefix of the columns: those of a later version, or none
    private static Policies policies(ResultSet row, String prefix) throws SQLException {
        var counted = Arrays.asList(strings(row, prefix + "minimum_counts"));
        return new Policies(
                SoleTraderPolicy.valueOf(row.getString(prefix + "sole_trader")),
                AssociationPolicy.valueOf(row.getString(prefix + "association")),
                row.getBoolean(prefix + "pe_require_siren"),
                row.getBoolean(prefix + "start_before_signature"),
                LegalReferences.valueOf(row.getString(prefix + "invoice_legal_references")),
                new MinimumComposition(
                        counted.contains("LEAVE"), counted.contains("APPORT"), counted.contains("RESERVE")),
                LeavePolicy.valueOf(row.getString(prefix + "leave_policy")),
                new Rate(row.getBigDecimal(prefix + "reserve_load")),
                row.getBoolean(prefix + "pay_before_collection"),
                Money.ofCents(row.getLong(prefix + "advance_cap_cents")));
    }

    private static String[] counted(MinimumComposition composition) {
        return java.util.stream.Stream.of(
                        composition.leave() ? "LEAVE" : "",
                        composition.apport() ? "APPORT" : "",
                        composition.reserve() ? "RESERVE" : "")
                .filter(part -> !part.isEmpty())
                .toArray(String[]::new);
    }

    private static String[] array(PostalAddress address) {
        return new String[] {address.line1(), address.line2(), address.postcode(), address.city(), address.country()};
    }

    private static PostalAddress address(ResultSet row, String column) throws SQLException {
        var parts = strings(row, column);
        return new PostalAddress(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    private static String[] strings(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? new String[0] : (String[]) array.getArray();
    }
}
