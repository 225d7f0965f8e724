package org.passerelle.workspace.bureau;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who did what, when: the chained trail, newest first.
@Controller
@OpenTo({Role.DIRECTOR, Role.ADMINISTRATOR})
class TrailPage {

    private static final int SIZE = 50;

    private final Desks desks;
    private final TrailStore trail;

    TrailPage(Desks desks, TrailStore trail) {
        this.desks = desks;
        this.trail = trail;
    }

    @GetMapping("/bureau/{operator}/piste")
    ModelAndView trail(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @RequestParam(defaultValue = "1") int page,
            Texts t) {
        var desk = desks.at(who, operator, Place.TRAIL, t);
        int number = Math.clamp(page, 1, 1_000_000);
        var columns = List.of(
                Column.text(t.localize("bureau.trail.at")),
                Column.text(t.localize("bureau.trail.actor")),
                Column.text(t.localize("bureau.trail.action")),
                Column.text(t.localize("bureau.trail.details")));
        var rows = trail.page(desk.operator(), number, SIZE).stream()
                .map(line -> List.of(
                        Cell.text(TrailWords.whole(t.moment(line.at())), "n°\u00A0" + line.number()),
                        Cell.text(TrailWords.actor(line, t)),
                        Cell.text(TrailWords.action(line, t), TrailWords.subject(line, t)),
                        Cell.text(TrailWords.details(line, t))))
                .toList();
        var sheet = Sheet.titled(t.localize("bureau.place.TRAIL"))
                .saying(t.localize("bureau.trail.chained"))
                .list(new Listing(t.localize("bureau.trail.lines"), columns, rows, t.localize("bureau.trail.none")));
        if (number > 1) sheet.link(t.localize("bureau.newer"), desk.href("piste?page=" + (number - 1)));
        if (rows.size() == SIZE) sheet.link(t.localize("bureau.older"), desk.href("piste?page=" + (number + 1)));
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet.done()));
    }
}
