package org.passerelle.identity;

import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.UserId;

/// Someone who may sign in.
/// @param email the sign-in, in lower case; unique in the whole house
public record User(UserId id, GroupId group, String email, String name, boolean enabled) {}
