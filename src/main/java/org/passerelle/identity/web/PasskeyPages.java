package org.passerelle.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.passerelle.identity.FreshFactor;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.identity.Passkeys;
import org.passerelle.identity.SignInResult;
import org.passerelle.identity.SignedIn;
import org.passerelle.identity.store.PasskeyStore;
import org.passerelle.identity.store.Sessions;
import org.passerelle.identity.store.Users;
import org.passerelle.kernel.UserId;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What js/passkeys.js asks: a challenge, then the judgement of what the device signed.
@Controller
@OpenTo
class PasskeyPages {

    private final Passkeys passkeys;
    private final PasskeyStore store;
    private final Challenges challenges;
    private final Users users;
    private final SignInPage door;
    private final List<String> hosts;

    /// @param hosts under which this house may be reached with a passkey
    PasskeyPages(
            Passkeys passkeys,
            PasskeyStore store,
            Challenges challenges,
            Users users,
            SignInPage door,
            @Value("${passerelle.web.hosts:localhost}") List<String> hosts) {
        this.passkeys = passkeys;
        this.store = store;
        this.challenges = challenges;
        this.users = users;
        this.door = door;
        this.hosts = List.copyOf(hosts);
    }

    @PostMapping("/connexion/cle/epreuve")
    @OpenToVisitors
    ResponseEntity<Map<String, Object>> challenge(HttpServletRequest request, HttpServletResponse response) {
        return json(200, Map.of("rpId", host(request), "challenge", challenges.give(request, response, "sign-in")));
    }

    @PostMapping("/connexion/cle")
    @OpenToVisitors
    ResponseEntity<Map<String, Object>> signIn(
            @RequestBody String answer,
            @RequestParam(defaultValue = "") String suite,
            HttpServletRequest request,
            HttpServletResponse response,
            Texts t) {
        var challenge = challenges.take(request, response, "sign-in");
        if (challenge == null) return problem(422, t, "identity.passkey.late");
        return switch (passkeys.judge(ceremony(request, challenge), answer, request.getRemoteAddr())) {
            case SignInResult.Accepted(var user) ->
                json(200, Map.of("next", door.open(user, Sessions.Shown.SECOND_FACTOR, suite, request, response)));
            case SignInResult.Refused _ -> problem(422, t, "identity.passkey.refused");
            case SignInResult.Later _ -> problem(429, t, "identity.signin.later");
        };
    }

    @FreshFactor
    @PostMapping("/sessions/cles/epreuve")
    ResponseEntity<Map<String, Object>> challengeToAdd(
            @AuthenticationPrincipal SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        var user = users.byId(who.user()).orElseThrow().user();
        return json(
                200,
                Map.of(
                        "rpId",
                        host(request),
                        "challenge",
                        challenges.give(request, response, "add " + who.user()),
                        "handle",
                        Challenges.text(Passkeys.handle(who.user())),
                        "email",
                        user.email(),
                        "name",
                        user.name(),
                        "known",
                        store.of(who.user()).stream()
                                .map(key -> Challenges.text(key.credentialId()))
                                .toList()));
    }

    @FreshFactor
    @PostMapping("/sessions/cles")
    ResponseEntity<Map<String, Object>> add(
            @AuthenticationPrincipal SignedIn who,
            @RequestBody String answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Texts t) {
        var challenge = challenges.take(request, response, "add " + who.user());
        if (challenge == null) return problem(422, t, "identity.passkey.late");
        var label = Device.of(request.getHeader("User-Agent"));
        if (!passkeys.register(who.user(), ceremony(request, challenge), answer, label)) {
            return problem(422, t, "identity.passkey.refused");
        }
        // Adding one shows it.
        var user = users.byId(who.user()).orElseThrow().user();
        return json(200, Map.of("next", door.open(user, Sessions.Shown.SECOND_FACTOR, "/sessions", request, response)));
    }

    @FreshFactor
    @PostMapping("/sessions/cles/{key}/retrait")
    ModelAndView remove(@AuthenticationPrincipal SignedIn who, @PathVariable String key) {
        if (!passkeys.remove(who.user(), UserId.of(key).value())) throw new NoSuchElementException();
        return Partials.seeOther("/sessions", Toast.ok("identity.passkey.removed"));
    }

    private Passkeys.Ceremony ceremony(HttpServletRequest request, byte[] challenge) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        var host = host(request);
        return new Passkeys.Ceremony(request.getScheme() + "://" + host + (usual ? "" : ":" + port), host, challenge);
    }

    private String host(HttpServletRequest request) {
        var host = request.getServerName();
        if (!hosts.contains(host)) throw new NoSuchElementException();
        return host;
    }

    private static ResponseEntity<Map<String, Object>> problem(int status, Texts t, String key) {
        return json(status, Map.of("problem", t.localize(key)));
    }

    private static ResponseEntity<Map<String, Object>> json(int status, Map<String, Object> body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
