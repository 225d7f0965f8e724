package org.passerelle.contracts.seal;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.contracts.core.ContractPage;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.OperatorId;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Operators;
import org.passerelle.platform.crypto.Vault;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The seals of the operators: made when first needed, kept sealed under the operator's own key (S-40), replaced at
/// will. What an older key sealed stays valid: its certificate is in the file.
@Component
public class OperatorSeals {

    private static final String TABLE = "contracts.seal_key";
    private static final String COLUMN = "sealed_key";

    /// What is known of a seal without opening it.
    public record Known(int number, X509Certificate certificate, java.time.Instant madeAt) {}

    private record Row(int number, UUID id, byte[] sealed, byte[] certificate) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Operators operators;
    private final Clock clock;
    private final Trail trail;
    private final boolean specimen;
    private final TimeAuthority authority;

    OperatorSeals(
            JdbcClient jdbc,
            Vault vault,
            Operators operators,
            Clock clock,
            Trail trail,
            Environment settings,
            TimeAuthority authority) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.operators = operators;
        this.clock = clock;
        this.trail = trail;
        this.authority = authority;
        // only where nothing is kept: a seal that anybody can make is worth nothing
        this.specimen = settings.getProperty("passerelle.seal.specimen", Boolean.class, false)
                && settings.getProperty("passerelle.db.throwaway", Boolean.class, false);
    }

    /// Who vouches for the moment of a seal.
    public TimeAuthority authority() {
        return authority;
    }

    /// What the page of evidence says of the moment when no authority vouched for it.
    public String houseTime(Instant asked) {
        return authority.name().map(name -> ContractPage.silent(name, asked)).orElse(ContractPage.HOUSE_TIME);
    }

    /// The seal in use; made now when there is none.
    @Transactional(propagation = Propagation.MANDATORY)
    public SealKey current(OperatorId operator) {
        lock(operator);
        return newest(operator).map(row -> open(operator, row)).orElseGet(() -> add(operators.get(operator), 1));
    }

    /// From now on a new key seals, unless another than `seen` does so already.
    ///
    /// @param seen number of the key in use, 0 for none
    @Transactional
    public void renew(OperatorId operator, int seen) {
        lock(operator);
        int now = newest(operator).map(Row::number).orElse(0);
        if (now == seen) add(operators.get(operator), now + 1);
    }

    /// All seals there have been, oldest first.
    @Transactional(readOnly = true)
    public List<Known> all(OperatorId operator) {
        return jdbc.sql(
                        "select key_no, certificate, made_at from contracts.seal_key where operator_id = ? order by key_no")
                .param(operator.value())
                .query((row, _) -> new Known(
                        row.getInt("key_no"),
                        certificate(row.getBytes("certificate")),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private void lock(OperatorId operator) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("seal %s".formatted(operator))
                .query(row -> {});
    }

    private Optional<Row> newest(OperatorId operator) {
        return jdbc.sql("""
                        select key_no, id, sealed_key, certificate from contracts.seal_key
                        where operator_id = ? order by key_no desc limit 1""")
                .param(operator.value())
                .query((row, _) -> new Row(
                        row.getInt("key_no"),
                        row.getObject("id", UUID.class),
                        row.getBytes(COLUMN),
                        row.getBytes("certificate")))
                .optional();
    }

    private SealKey open(OperatorId operator, Row row) {
        try {
            var pkcs8 = Base64.getDecoder().decode(vault.open(operator, TABLE, COLUMN, row.id, row.sealed));
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return new SealKey(row.number, key, certificate(row.certificate));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SealKey add(Operator operator, int number) {
        var now = clock.instant();
        var siren = operator.siret().siren().value();
        var made = specimen
                ? NewSeal.specimen("specimen|" + siren, operator.name(), siren, now)
                : NewSeal.make(number, operator.name(), siren, now);
        var id = UUID.randomUUID();
        var pkcs8 = Base64.getEncoder().encodeToString(made.key().getEncoded());
        jdbc.sql("""
                        insert into contracts.seal_key (operator_id, key_no, id, sealed_key, certificate, made_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(operator.id().value())
                .param(number)
                .param(id)
                .param(vault.seal(operator.id(), TABLE, COLUMN, id, pkcs8))
                .param(encoded(made.certificate()))
                .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        trail.record(operator.id(), "seal.made", "seal", id.toString(), Map.of("number", Integer.toString(number)));
        return new SealKey(number, made.key(), made.certificate());
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(byte[] encoded) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
