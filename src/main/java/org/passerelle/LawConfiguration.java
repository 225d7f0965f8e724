package org.passerelle;

import org.passerelle.law.Laws;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The law, read once for the whole house. The module `law` itself is pure and knows no framework.
@Configuration(proxyBeanMethods = false)
class LawConfiguration {

    /// A law file that cannot be trusted stops the start here.
    @Bean
    Laws laws() {
        return Laws.load();
    }
}
