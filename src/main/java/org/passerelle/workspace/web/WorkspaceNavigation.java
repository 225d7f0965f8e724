package org.passerelle.workspace.web;

import org.passerelle.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The freelancer's six places.
@Configuration(proxyBeanMethods = false)
class WorkspaceNavigation {

    private static final String FREELANCER = "FREELANCER";

    @Bean
    NavEntry monthEntry() {
        return new NavEntry(FREELANCER, 10, "workspace.nav.month", "calendar", "/mon-mois");
    }

    @Bean
    NavEntry missionsEntry() {
        return new NavEntry(FREELANCER, 20, "workspace.nav.missions", "mission", "/missions");
    }

    @Bean
    NavEntry invoicesEntry() {
        return new NavEntry(FREELANCER, 30, "workspace.nav.invoices", "invoice", "/factures");
    }

    @Bean
    NavEntry balanceEntry() {
        return new NavEntry(FREELANCER, 40, "workspace.nav.balance", "balance", "/solde");
    }

    @Bean
    NavEntry payslipsEntry() {
        return new NavEntry(FREELANCER, 50, "workspace.nav.payslips", "payslip", "/bulletins");
    }

    @Bean
    NavEntry contractsEntry() {
        return new NavEntry(FREELANCER, 60, "contracts.nav", "contract", "/contrats");
    }
}
