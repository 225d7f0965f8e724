package org.passerelle.workspace.bureau;

import org.passerelle.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one entry to the desk, for each role that works there.
@Configuration(proxyBeanMethods = false)
class DeskNavigation {

    @Bean
    NavEntry deskOfGestionnaire() {
        return desk("GESTIONNAIRE");
    }

    @Bean
    NavEntry deskOfPayroll() {
        return desk("PAYROLL");
    }

    @Bean
    NavEntry deskOfDirector() {
        return desk("DIRECTOR");
    }

    @Bean
    NavEntry deskOfAdministrator() {
        return desk("ADMINISTRATOR");
    }

    private static NavEntry desk(String role) {
        return new NavEntry(role, 5, "bureau.nav", "desk", "/bureau");
    }
}
