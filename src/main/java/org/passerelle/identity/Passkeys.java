package org.passerelle.identity;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.identity.store.Attempts;
import org.passerelle.identity.store.PasskeyStore;
import org.passerelle.identity.store.Users;
import org.passerelle.kernel.UserId;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;

/// Signing in with a key that stays on the person's device (WebAuthn). The device asks for finger, face or code.
@Service
public class Passkeys {

    /// Where the browser says it is, and what it was asked to sign.
    public record Ceremony(String origin, String host, byte[] challenge) {

        private ServerProperty server() {
            return ServerProperty.builder()
                    .origin(new Origin(origin))
                    .rpId(host)
                    .challenge(new DefaultChallenge(challenge))
                    .build();
        }
    }

    private static final List<PublicKeyCredentialParameters> KINDS = List.of(
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.RS256));

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final PasskeyStore store;
    private final Users users;
    private final Attempts attempts;
    private final Identity identity;

    Passkeys(PasskeyStore store, Users users, Attempts attempts, Identity identity) {
        this.store = store;
        this.users = users;
        this.attempts = attempts;
        this.identity = identity;
    }

    /// Keeps the key that the device made.
    /// @param answer of the browser, as JSON
    public boolean register(UserId owner, Ceremony ceremony, String answer, String label) {
        try {
            var data = manager.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(ceremony.server(), KINDS, true, true));
            var authenticator =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
            boolean added = store.add(
                    owner,
                    credential.getCredentialId(),
                    credentials.convert(credential),
                    authenticator.isFlagBE(),
                    authenticator.getSignCount(),
                    label);
            if (added) identity.tell(owner, "passkey.added", Map.of("label", label));
            return added;
        } catch (DataConversionException | VerificationException | JacksonException | IllegalArgumentException e) {
            return false;
        }
    }

    /// Whose key signed the challenge. Unknown, shut out and wrong look alike; tries count as with passwords.
    public SignInResult judge(Ceremony ceremony, String answer, String address) {
        if (!attempts.mayTryFrom(address)) return SignInResult.Later.INSTANCE;
        try {
            var data = manager.parseAuthenticationResponseJSON(answer);
            var known = store.byCredential(data.getCredentialId());
            if (known.isEmpty()) return SignInResult.Refused.INSTANCE;
            var key = known.get();
            var user = users.byId(key.user()).orElseThrow().user();
            if (!attempts.maySignIn(user.email())) return SignInResult.Later.INSTANCE;
            var handle = data.getUserHandle();
            boolean theirs =
                    handle != null && handle.length == 16 && owner(handle).equals(user.id());
            if (!theirs || !user.enabled() || !signed(ceremony, data, key)) {
                identity.tell(user.id(), "sign_in.refused", Map.of("with", "passkey"));
                return SignInResult.Refused.INSTANCE;
            }
            attempts.succeeded(user.email());
            return new SignInResult.Accepted(user);
        } catch (DataConversionException | JacksonException | IllegalArgumentException e) {
            return SignInResult.Refused.INSTANCE;
        }
    }

    private boolean signed(Ceremony ceremony, com.webauthn4j.data.AuthenticationData data, PasskeyStore.Stored key) {
        var record = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                key.backupEligible(),
                false,
                key.signCount(),
                credentials.convert(key.credential()),
                null,
                null,
                null,
                null);
        try {
            var verified =
                    manager.verify(data, new AuthenticationParameters(ceremony.server(), record, null, true, true));
            return store.use(
                    key.id(),
                    Objects.requireNonNull(verified.getAuthenticatorData()).getSignCount());
        } catch (VerificationException e) {
            return false;
        }
    }

    /// False when this person has no such key.
    public boolean remove(UserId owner, UUID passkey) {
        boolean removed = store.remove(owner, passkey);
        if (removed) identity.tell(owner, "passkey.removed", Map.of("passkey", passkey.toString()));
        return removed;
    }

    /// What the device keeps beside the key, to say whose it is.
    public static byte[] handle(UserId user) {
        return ByteBuffer.allocate(16)
                .putLong(user.value().getMostSignificantBits())
                .putLong(user.value().getLeastSignificantBits())
                .array();
    }

    private static UserId owner(byte[] handle) {
        var bytes = ByteBuffer.wrap(handle);
        return new UserId(new UUID(bytes.getLong(), bytes.getLong()));
    }
}
