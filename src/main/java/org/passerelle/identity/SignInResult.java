package org.passerelle.identity;

/// How a try to sign in ended.
public sealed interface SignInResult {

    record Accepted(User user) implements SignInResult {}

    /// Wrong, unknown or shut out: the same words for all (S-04).
    enum Refused implements SignInResult {
        INSTANCE
    }

    /// Too many tries.
    enum Later implements SignInResult {
        INSTANCE
    }
}
