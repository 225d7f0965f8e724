package org.passerelle.workspace.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.passerelle.deadlines.Deadlines;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.UserId;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// « Mes échéances »: what waits for the freelancer, with the reason and who acts.
@Controller
@OpenTo(Role.FREELANCER)
class DeadlinesPage {

    private final Deadlines deadlines;
    private final Clock clock;

    DeadlinesPage(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @GetMapping("/mes-echeances")
    ModelAndView mine(@AuthenticationPrincipal SignedIn who, Texts t) {
        return Partials.page(
                "workspace/mydeadlines", Map.of("cards", cards(deadlines, who.user(), Days.today(clock), t)));
    }

    static List<DeadlineCard> cards(Deadlines deadlines, UserId user, LocalDate today, Texts t) {
        return deadlines.mine(user).stream()
                .map(watched -> DeadlineCard.of(watched, Map.of(), today, "", t))
                .toList();
    }
}
