package org.passerelle.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/// The token of each form is computed from the session's token, so nothing is stored and it ends with the session
/// (S-20). A visitor's is computed from a random cookie of their own.
final class FormTokens implements CsrfTokenRepository {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final SessionCookie VISITOR = new SessionCookie("visite");
    private static final String FRESH = FormTokens.class.getName() + ".fresh";

    private final byte[] houseKey;

    FormTokens(byte[] houseKey) {
        this.houseKey = houseKey;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var bytes = new byte[16];
        CHANCE.nextBytes(bytes);
        var visitor = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(FRESH, visitor);
        return token("visitor", visitor);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(FRESH) instanceof String visitor) {
            VISITOR.write(request, response, visitor);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        if (request.getAttribute(SignInFilter.TOKEN) instanceof String session) return token("session", session);
        var visitor = VISITOR.read(request);
        return visitor == null || visitor.length() != 22 ? null : token("visitor", visitor);
    }

    private CsrfToken token(String kind, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(houseKey, "HmacSHA256"));
            var bytes = mac.doFinal((kind + "|" + secret).getBytes(StandardCharsets.UTF_8));
            return new DefaultCsrfToken(
                    "X-CSRF-TOKEN",
                    "_csrf",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
