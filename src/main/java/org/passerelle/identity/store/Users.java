package org.passerelle.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.Role;
import org.passerelle.identity.User;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Users and roles. The application role has no right on the table of users; the functions of V010 answer.
@Component
public class Users {

    /// @param passwordHash null when no password was set
    public record Found(User user, @Nullable String passwordHash) {}

    private final JdbcClient sql;

    Users(JdbcClient sql) {
        this.sql = sql;
    }

    public void createGroup(GroupId group, String name) {
        sql.sql("select identity.create_tenant(?, ?)")
                .params(group.value(), name)
                .query((_, _) -> 1)
                .list();
    }

    /// The new user, or the one who has that e-mail already.
    public User create(UserId id, GroupId group, String email, String name) {
        return sql.sql("select * from identity.create_user(?, ?, ?, ?)")
                .params(id.value(), group.value(), email, name)
                .query((row, _) -> found(row).user())
                .single();
    }

    public Optional<Found> byEmail(String email) {
        return sql.sql("select * from identity.user_by_email(?)")
                .param(email)
                .query((row, _) -> found(row))
                .optional();
    }

    public Optional<Found> byId(UserId user) {
        return sql.sql("select * from identity.user_by_id(?)")
                .param(user.value())
                .query((row, _) -> found(row))
                .optional();
    }

    public Map<OperatorId, Set<Role>> roles(UserId user) {
        var roles = new HashMap<OperatorId, Set<Role>>();
        sql.sql("select operator_id, role from identity.roles_of(?)")
                .param(user.value())
                .query(row -> {
                    roles.computeIfAbsent(new OperatorId(row.getObject(1, UUID.class)), _ -> EnumSet.noneOf(Role.class))
                            .add(Role.valueOf(row.getString(2)));
                });
        return roles;
    }

    public void setPassword(UserId user, String hash) {
        sql.sql("select identity.set_password(?, ?)")
                .params(user.value(), hash)
                .query((_, _) -> 1)
                .list();
    }

    public void disable(UserId user) {
        sql.sql("select identity.disable_user(?)")
                .param(user.value())
                .query((_, _) -> 1)
                .list();
    }

    public void rename(UserId user, String name) {
        sql.sql("select identity.rename_user(?, ?)")
                .params(user.value(), name)
                .query((_, _) -> 1)
                .list();
    }

    public void forget(UserId user) {
        sql.sql("select identity.forget_user(?)")
                .param(user.value())
                .query((_, _) -> 1)
                .list();
    }

    public boolean grant(UserId user, OperatorId operator, Role role) {
        return sql.sql("insert into identity.held_role (operator_id, user_id, role) values (?, ?, ?)"
                                + " on conflict do nothing")
                        .params(operator.value(), user.value(), role.name())
                        .update()
                > 0;
    }

    public boolean revoke(UserId user, OperatorId operator, Role role) {
        return sql.sql("delete from identity.held_role where operator_id = ? and user_id = ? and role = ?")
                        .params(operator.value(), user.value(), role.name())
                        .update()
                > 0;
    }

    /// Those who hold a role with an operator of the scope.
    public List<UUID> holders(OperatorId operator) {
        return sql.sql("select distinct user_id from identity.held_role where operator_id = ?")
                .param(operator.value())
                .query(UUID.class)
                .list();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                new User(
                        new UserId(row.getObject("user_id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getString("email"),
                        row.getString("name"),
                        row.getBoolean("enabled")),
                row.getString("password_hash"));
    }
}
