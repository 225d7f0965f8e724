package org.passerelle.identity;

import java.util.Optional;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.UserId;
import org.springframework.stereotype.Service;

/// Groups, users, passwords and roles.
@Service
public class Identity {

    /// Brings in a group of operators, the tenant; called again with the same id it does nothing.
    public void createGroup(GroupId group, String name) {
        throw new UnsupportedOperationException();
    }

    /// Brings in someone who may sign in, without a password yet. The same e-mail in the same group gives the user
    /// who is already there.
    /// @throws org.passerelle.kernel.InvalidValue `email.format`, `email.taken`
    public User createUser(GroupId group, String email, String name) {
        throw new UnsupportedOperationException();
    }

    /// Sets a password; the other sign-ins of this person end.
    /// @throws org.passerelle.kernel.InvalidValue `password.short` (below 15 characters), `password.long`,
    ///     `password.common` (S-02)
    public void setPassword(UserId user, String password) {
        throw new UnsupportedOperationException();
    }

    /// Gives a role with an operator, which must be in the current scope.
    public void grant(UserId user, OperatorId operator, Role role) {
        throw new UnsupportedOperationException();
    }

    public void revoke(UserId user, OperatorId operator, Role role) {
        throw new UnsupportedOperationException();
    }

    /// Shuts somebody out: every sign-in ends within a second.
    public void disable(UserId user) {
        throw new UnsupportedOperationException();
    }

    public Optional<User> byEmail(String email) {
        throw new UnsupportedOperationException();
    }
}
