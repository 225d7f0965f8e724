/// How long what is known of a person is kept and by which article (RG-02), and how it is forgotten when no reason is
/// left
/// (S-43): by destroying keys, so that nothing frozen changes; noted outside the database, so that a restored one
/// forgets
/// again.
@NullMarked
@ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {
            "kernel",
            "platform :: *",
            "identity",
            "documents",
            "documents :: *",
            "law",
            "operators",
            "people",
            "contracts",
            "joining"
        })
package org.passerelle.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
