package org.passerelle.platform.db;

/// Carries the scope from the edge (web request, command, job) to the transactions begun inside it.
public final class Scopes {

    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    private Scopes() {}

    public static <T, X extends Throwable> T call(Scope scope, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, scope).<T, X>call(work::call);
    }

    public static void run(Scope scope, Runnable work) {
        ScopedValue.where(CURRENT, scope).run(work);
    }

    /// @return {@link Scope#NONE} outside any scope
    public static Scope current() {
        return CURRENT.orElse(Scope.NONE);
    }
}
