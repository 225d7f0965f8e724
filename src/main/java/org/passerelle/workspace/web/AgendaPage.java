package org.passerelle.workspace.web;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.passerelle.deadlines.Calendars;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OperatorId;
import org.passerelle.operators.Operators;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// « Mon agenda »: the deadlines in one's own calendar, by a secret link that can be ended.
@Controller
@OpenTo
class AgendaPage {

    private final Calendars calendars;
    private final Operators operators;

    AgendaPage(Calendars calendars, Operators operators) {
        this.calendars = calendars;
        this.operators = operators;
    }

    @GetMapping("/agenda")
    ModelAndView agenda(@AuthenticationPrincipal SignedIn who) {
        var links = calendars.of(who.user());
        var base = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + "/agenda/";
        var entities = who.operators().stream()
                .map(operators::get)
                .sorted(java.util.Comparator.comparing(operator -> operator.name()))
                .map(operator -> new Agenda(
                        operator.id().toString(),
                        operator.name(),
                        UUID.randomUUID(),
                        links.stream()
                                .filter(link -> link.operator().equals(operator.id()))
                                .map(link -> new Agenda.Link(
                                        link.id().toString(), link.token() == null ? "" : base + link.token() + ".ics"))
                                .toList()))
                .toList();
        return Partials.page("workspace/agenda", Map.of("entities", entities));
    }

    @PostMapping("/agenda")
    ModelAndView open(@AuthenticationPrincipal SignedIn who, Typed typed) {
        var operator = OperatorId.of(typed.text("societe"));
        if (!who.operators().contains(operator)) throw new NoSuchElementException("no role at " + operator);
        calendars.open(operator, who.user(), typed.intent());
        return Partials.seeOther("/agenda", Toast.ok("workspace.agenda.opened"));
    }

    @PostMapping("/agenda/{calendar}/fin")
    ModelAndView revoke(@AuthenticationPrincipal SignedIn who, @PathVariable UUID calendar) {
        calendars.revoke(who.user(), calendar);
        return Partials.seeOther("/agenda", Toast.ok("workspace.agenda.revoked"));
    }

    @OpenToVisitors
    @GetMapping("/agenda/{token}.ics")
    ResponseEntity<byte[]> read(@PathVariable String token, Texts t) {
        var content = calendars.read(token, t).orElseThrow(() -> new NoSuchElementException("no such calendar"));
        return Downloads.attachment("echeances.ics", "text/calendar;charset=UTF-8", content);
    }
}
