package org.passerelle.identity;

import java.util.UUID;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;

/// People for tests: `someone` of a new group, with a password and roles.
public final class SomeUsers {

    public static final String PASSWORD = "un chemin vers la rivière bleue";

    public record Someone(User user, OperatorId operator, String email) {}

    private SomeUsers() {}

    public static Someone someone(Identity identity, Role... roles) {
        return someoneOf(identity, GroupId.random(), OperatorId.random(), roles);
    }

    public static Someone someoneOf(Identity identity, GroupId group, OperatorId operator, Role... roles) {
        var email = "u" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        return Scopes.call(Scope.system(operator), () -> {
            identity.createGroup(group, "Groupe d'essai");
            var user = identity.createUser(group, email, "Zoé Essai");
            for (var role : roles) identity.grant(user.id(), operator, role);
            identity.setPassword(user.id(), PASSWORD);
            return new Someone(user, operator, email);
        });
    }
}
