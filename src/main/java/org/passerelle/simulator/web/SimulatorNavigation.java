package org.passerelle.simulator.web;

import org.passerelle.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The visitor's five questions.
@Configuration(proxyBeanMethods = false)
class SimulatorNavigation {

    @Bean
    NavEntry billableEntry() {
        return new NavEntry(NavEntry.VISITOR, 10, "simulator.nav.ask", "question", BillablePage.PATH);
    }

    @Bean
    NavEntry remainsEntry() {
        return new NavEntry(NavEntry.VISITOR, 20, "simulator.nav.keep", "balance", RemainsPage.PATH);
    }

    @Bean
    NavEntry dayRateEntry() {
        return new NavEntry(NavEntry.VISITOR, 30, "simulator.nav.rate", "invoice", DayRatePage.PATH);
    }

    @Bean
    NavEntry yearEntry() {
        return new NavEntry(NavEntry.VISITOR, 40, "simulator.nav.year", "calendar", YearPage.PATH);
    }

    @Bean
    NavEntry checkEntry() {
        return new NavEntry(NavEntry.VISITOR, 50, "simulator.nav.check", "payslip", CheckPage.PATH);
    }
}
