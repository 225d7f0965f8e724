package org.passerelle.identity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.passerelle.identity.store.Attempts;
import org.passerelle.identity.store.Sessions;
import org.passerelle.identity.store.Users;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Groups, users, passwords and roles.
@Service
public class Identity {

    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Trail trail;

    Identity(Users users, Passwords passwords, Sessions sessions, Attempts attempts, Trail trail) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.attempts = attempts;
        this.trail = trail;
    }

    /// Brings in a group of operators, the tenant; called again with the same id it does nothing.
    @Transactional
    public void createGroup(GroupId group, String name) {
        users.createGroup(group, name);
    }

    /// Brings in someone who may sign in, without a password yet. The same e-mail in the same group gives the user
    /// who is already there.
    /// @throws InvalidValue `email.format`, `email.taken`
    @Transactional
    public User createUser(GroupId group, String email, String name) {
        var address = email.strip().toLowerCase(Locale.ROOT);
        if (!address.matches("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+") || address.length() > 254) {
            throw new InvalidValue("email.format", email);
        }
        var user = users.create(UserId.random(), group, address, name);
        if (!user.group().equals(group)) throw new InvalidValue("email.taken", "");
        return user;
    }

    /// Sets a password; the other sign-ins of this person end.
    /// @throws InvalidValue `password.short` (below 15 characters), `password.long`, `password.common` (S-02)
    @Transactional
    public void setPassword(UserId user, String password) {
        var found = users.byId(user).orElseThrow().user();
        users.setPassword(user, passwords.checkedHash(password, context(found)));
        sessions.endAll(user);
        tell(user, "user.password_set", Map.of());
    }

    private static List<String> context(User user) {
        var words = new ArrayList<>(List.of(user.name().split("[^\\p{L}]+")));
        words.addAll(List.of(user.email().split("[^\\p{L}]+")));
        return words;
    }

    /// Who has this e-mail and password. Unknown, shut out and wrong look alike, and take as long.
    /// Every try counts, also those at the same moment.
    /// @param address of the network, for the limit of tries
    public SignInResult judge(String email, String password, String address) {
        var stripped = email.strip();
        boolean mayFrom = attempts.mayTryFrom(address);
        if (!mayFrom || !attempts.maySignIn(stripped)) return SignInResult.Later.INSTANCE;
        var found = users.byEmail(stripped);
        boolean same =
                passwords.matches(password, found.map(Users.Found::passwordHash).orElse(null));
        if (!same || !found.orElseThrow().user().enabled()) {
            found.ifPresent(user -> tell(user.user().id(), "sign_in.refused", Map.of()));
            return SignInResult.Refused.INSTANCE;
        }
        attempts.succeeded(stripped);
        return new SignInResult.Accepted(found.orElseThrow().user());
    }

    /// Opens a session for somebody who showed a passkey, or a second factor beside the password.
    /// @return its token, for the cookie
    public String signIn(UserId user, String device) {
        return signIn(user, device, Sessions.Shown.SECOND_FACTOR);
    }

    /// Opens a session for somebody who showed that much.
    /// @return its token, for the cookie
    public String signIn(UserId user, String device, Sessions.Shown shown) {
        var token = sessions.open(user, device, shown);
        if (shown != Sessions.Shown.PASSWORD_FIRST) tell(user, "sign_in.accepted", Map.of());
        return token;
    }

    /// Gives a role with an operator, which must be in the current scope.
    @Transactional
    public void grant(UserId user, OperatorId operator, Role role) {
        if (!users.grant(user, operator, role)) return;
        trail.record(operator, "role.granted", "user", user.toString(), Map.of("role", role.name()));
        sessions.refresh();
    }

    @Transactional
    public void revoke(UserId user, OperatorId operator, Role role) {
        if (!users.revoke(user, operator, role)) return;
        trail.record(operator, "role.revoked", "user", user.toString(), Map.of("role", role.name()));
        sessions.endAll(user);
    }

    /// Shuts somebody out: every sign-in ends within a second.
    @Transactional
    public void disable(UserId user) {
        users.disable(user);
        sessions.endAll(user);
        tell(user, "user.disabled", Map.of());
    }

    /// Somebody who came in by an address alone is called by their name from the next sign-in on.
    @Transactional
    public void rename(UserId user, String name) {
        users.rename(user, name.strip());
        sessions.refresh();
    }

    /// Forgets a sign-in that opens nothing any more but a worker's or an applicant's pages (S-43): name, address,
    /// password, factors and sessions. Somebody who also works for the house, or elsewhere, keeps it and loses the
    /// role.
    ///
    /// @param operator in the current scope
    /// @return whether the sign-in itself was forgotten
    @Transactional
    public boolean forget(UserId user, OperatorId operator) {
        var held = users.roles(user);
        for (var role : EnumSet.of(Role.FREELANCER, Role.CANDIDATE)) users.revoke(user, operator, role);
        var elsewhere = held.entrySet().stream()
                .anyMatch(each -> !each.getKey().equals(operator)
                        || !EnumSet.of(Role.FREELANCER, Role.CANDIDATE).containsAll(each.getValue()));
        sessions.endAll(user);
        if (!elsewhere) users.forget(user);
        trail.record(operator, "user.forgotten", "user", user.toString(), Map.of());
        return !elsewhere;
    }

    public Optional<User> byEmail(String email) {
        return users.byEmail(email).map(Users.Found::user);
    }

    /// What concerns a person is told in the trail of each operator they belong to.
    void tell(UserId user, String action, Map<String, String> details) {
        for (var operator : users.roles(user).keySet()) {
            trail.recordApart(operator, action, "user", user.toString(), details);
        }
    }
}
