package org.passerelle.workspace.web;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.passerelle.deadlines.Deadlines;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Month;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.workspace.store.MonthStore;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « Mon mois »: where the month stands, the one next action, the balance.
@Controller
@OpenTo(Role.FREELANCER)
class MonthPage {

    private final MonthStore months;
    private final Deadlines deadlines;
    private final Clock clock;

    MonthPage(MonthStore months, Deadlines deadlines, Clock clock) {
        this.months = months;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /// Without a month: the one before the current one until its pay is done, since that is the one being lived.
    @GetMapping("/mon-mois")
    ModelAndView month(
            @AuthenticationPrincipal SignedIn who, @RequestParam(name = "mois") Optional<String> mois, Texts t) {
        var today = Days.today(clock);
        var facts = months.month(who.user(), mois.map(Month::of), Month.containing(today));
        if (facts.isEmpty()) return Partials.page("workspace/nofile", Map.of());
        var waiting = DeadlinesPage.cards(deadlines, who.user(), today, t);
        return Partials.page(
                "workspace/month", Map.of("view", MonthView.of(facts.get(), today, t), "waiting", waiting));
    }
}
