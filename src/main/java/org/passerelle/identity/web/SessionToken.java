package org.passerelle.identity.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// Who is signed in, as Spring Security wants it. Lives for one request; it is never stored.
final class SessionToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient SignedIn who;
    private final UUID session;
    private final @Nullable Instant strongAt;

    /// @param strongAt when a second factor was shown; null when it was not
    SessionToken(SignedIn who, UUID session, @Nullable Instant strongAt) {
        super(who.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList());
        this.who = who;
        this.session = session;
        this.strongAt = strongAt;
        setAuthenticated(true);
    }

    UUID session() {
        return session;
    }

    @Nullable
    Instant strongAt() {
        return strongAt;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public SignedIn getPrincipal() {
        return who;
    }
}
