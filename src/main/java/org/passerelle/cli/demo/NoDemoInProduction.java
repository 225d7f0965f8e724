package org.passerelle.cli.demo;

import org.passerelle.identity.Identity;
import org.passerelle.platform.db.UnsafeStart;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The demo's password is printed in the README: on a server that somebody named, neither the demo nor its sign-ins are
/// let in (S-41).
@Component
class NoDemoInProduction {

    /// @throws UnsafeStart when the demo was asked for, or was here
    NoDemoInProduction(Identity identity, Environment environment) {
        boolean named = !environment.getProperty("passerelle.db.url", "").isBlank();
        if (!named || environment.getProperty("passerelle.db.throwaway", Boolean.class, false)) return;
        if (!environment.getProperty("passerelle.demo.folder", "").isBlank()) {
            throw new UnsafeStart(
                    "the demo",
                    "asked for on the server named by PASSERELLE_DB_URL",
                    "Use ./passerelle start there; the demo has a database of its own.");
        }
        for (var email : DemoSignIns.DESK_EMAILS) {
            if (identity.byEmail(email).isPresent()) {
                throw new UnsafeStart(
                        "sign-in " + email,
                        "that of the demo, whose password is published",
                        "Start on a database that the demo never was in.");
            }
        }
    }
}
