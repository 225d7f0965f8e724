package org.passerelle.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.passerelle.kernel.OperatorId;
import org.springframework.stereotype.Component;

/// Seals single fields with AES-256-GCM under a key per operator, itself sealed under the master key (S-40).
/// The operator must be in the current scope.
@Component
public class Vault {

    private static final byte VERSION = 1;
    private static final int HEAD = 1 + Integer.BYTES;

    private final OperatorKeys keys;
    private final SubjectKeys subjects;
    private final MasterKey master;

    Vault(OperatorKeys keys, SubjectKeys subjects, MasterKey master) {
        this.keys = keys;
        this.subjects = subjects;
        this.master = master;
    }

    /// Table, column, row and operator are bound in: a sealed value copied elsewhere does not open.
    public byte[] seal(OperatorId operator, String table, String column, UUID row, String plain) {
        var held = keys.of(operator);
        var sealed = Seals.seal(
                held.number(held.current()),
                plain.getBytes(StandardCharsets.UTF_8),
                about(operator, table, column, row, held.current()));
        return ByteBuffer.allocate(HEAD + sealed.length)
                .put(VERSION)
                .putInt(held.current())
                .put(sealed)
                .array();
    }

    /// @throws IllegalStateException when the value was altered, moved or sealed under another key
    public String open(OperatorId operator, String table, String column, UUID row, byte[] sealed) {
        if (sealed.length <= HEAD || sealed[0] != VERSION) throw new IllegalStateException("not a sealed value");
        var buffer = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        int number = buffer.getInt();
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        var plain = Seals.open(keys.of(operator).number(number), rest, about(operator, table, column, row, number));
        return new String(plain, StandardCharsets.UTF_8);
    }

    /// Keyed HMAC-SHA-256, the same for the same text: for look-up and uniqueness.
    /// @param purpose separates the uses, `person.nir`
    public byte[] fingerprint(OperatorId operator, String purpose, String plain) {
        return Seals.hmac(keys.of(operator).number(OperatorKeys.LOOK_UP), purpose + "|" + plain);
    }

    /// From now on a new key seals for this operator; what older ones sealed still opens.
    public void rotate(OperatorId operator) {
        keys.rotate(operator);
    }

    /// Seals under the subject's own key, which [#forget] destroys.
    ///
    /// @param what `documents.document`; bound in with the row
    /// @throws Forgotten when the key was destroyed
    public byte[] sealFor(Subject subject, String what, UUID row, byte[] plain) {
        return Seals.seal(subjects.toSeal(subject), plain, about(what, row));
    }

    /// @throws Forgotten when the key was destroyed
    /// @throws IllegalStateException when the value was altered, moved or sealed under another key
    public byte[] openFor(Subject subject, String what, UUID row, byte[] sealed) {
        return Seals.open(subjects.toOpen(subject), sealed, about(what, row));
    }

    /// Destroys the subject's key: all that it sealed stays, and nobody reads it again (S-43).
    ///
    /// @return false when it was destroyed before
    public boolean forget(Subject subject) {
        return subjects.destroy(subject);
    }

    /// A key for a use inside the application that concerns no operator, such as the tokens of forms.
    public byte[] houseKey(String use) {
        return master.derived(use);
    }

    /// Seals what concerns no operator under a key of the house.
    ///
    /// @param use `platform.mail`; bound in with the row
    public byte[] sealForHouse(String use, UUID row, byte[] plain) {
        return Seals.seal(master.derived(use), plain, about(use, row));
    }

    /// @throws IllegalStateException when the value was altered, moved or sealed under another key
    public byte[] openForHouse(String use, UUID row, byte[] sealed) {
        return Seals.open(master.derived(use), sealed, about(use, row));
    }

    private static byte[] about(String use, UUID row) {
        return (use + "|" + row).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] about(OperatorId operator, String table, String column, UUID row, int number) {
        return (table + "|" + column + "|" + row + "|" + operator + "|" + number).getBytes(StandardCharsets.UTF_8);
    }
}
