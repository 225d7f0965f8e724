package org.passerelle;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@DisplayName("The map: each module uses only what its package-info names, and there is no cycle")
class ModularityTest {

    @Test
    void the_modules_keep_to_the_map() {
        // compiled templates show what their module's controller hands them; they are no module
        ApplicationModules.of(Passerelle.class, resideInAPackage("org.passerelle.jte.."))
                .verify();
    }
}
