package org.passerelle.joining.web;

import org.passerelle.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The applicant's one place; after the admission it stands behind the worker's own.
@Configuration(proxyBeanMethods = false)
class JoiningNavigation {

    @Bean
    NavEntry fileEntry() {
        return new NavEntry("CANDIDATE", 80, "joining.nav", "user", FilePage.PATH);
    }
}
