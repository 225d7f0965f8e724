package org.passerelle.identity;

import java.security.Principal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.UserId;
import org.passerelle.platform.web.Greeted;

/// The person behind a request; the principal of Spring Security, so a controller takes it as
/// `@AuthenticationPrincipal SignedIn who`.
/// @param name as the page greets them
/// @param rolesAt what they may do, for each operator they belong to
public record SignedIn(UserId user, GroupId group, String name, Map<OperatorId, Set<Role>> rolesAt)
        implements Principal, Greeted {

    public SignedIn {
        rolesAt = rolesAt.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /// Every role held with any operator.
    public Set<Role> roles() {
        var all = EnumSet.noneOf(Role.class);
        rolesAt.values().forEach(all::addAll);
        return all;
    }

    public Set<OperatorId> operators() {
        return rolesAt.keySet();
    }

    /// Does this person hold one of the roles with that operator?
    public boolean has(OperatorId operator, Role... wanted) {
        var held = rolesAt.getOrDefault(operator, Set.of());
        return Set.of(wanted).stream().anyMatch(held::contains);
    }

    @Override
    public String getName() {
        return name;
    }
}
