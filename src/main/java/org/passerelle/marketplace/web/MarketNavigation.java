package org.passerelle.marketplace.web;

import org.passerelle.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The worker's offers; a visitor finds them on the home page.
@Configuration(proxyBeanMethods = false)
class MarketNavigation {

    @Bean
    NavEntry workerOffersEntry() {
        return new NavEntry("FREELANCER", 70, "marketplace.nav", "question", OffersPage.PATH);
    }
}
