package org.passerelle.workspace.web;

import java.util.Map;
import java.util.UUID;
import org.passerelle.identity.FreshFactor;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.operators.Operators;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.privacy.Privacy;
import org.passerelle.workspace.data.DataArchive;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « Mes données »: what is kept, how long and why (RG-02), all of it to take away (RG-03, BP-04), and the request to
/// be
/// forgotten (S-43).
@Controller
@OpenTo(Role.FREELANCER)
class MyDataPage {

    private final MyFile files;
    private final Operators operators;
    private final DataArchive archive;
    private final Privacy privacy;

    MyDataPage(MyFile files, Operators operators, DataArchive archive, Privacy privacy) {
        this.files = files;
        this.operators = operators;
        this.archive = archive;
        this.privacy = privacy;
    }

    @GetMapping("/mes-donnees")
    ModelAndView page(@AuthenticationPrincipal SignedIn who, Texts t) {
        var me = files.of(who);
        var asked = privacy.lastRequest(me).filter(each -> each.answeredAt() == null);
        return Partials.page(
                "workspace/mydata",
                Map.of(
                        "kept",
                        privacy.of(me),
                        "operator",
                        operators.get(me.operator()),
                        "asked",
                        asked.map(each -> t.localize("data.forget.asked", t.longDate(each.answerBy())))
                                .orElse(""),
                        "intent",
                        UUID.randomUUID()));
    }

    /// A request to be forgotten; a person of the house answers it.
    @PostMapping("/mes-donnees/effacement")
    ModelAndView ask(@AuthenticationPrincipal SignedIn who, @RequestParam UUID intent) {
        privacy.ask(files.of(who), intent);
        return Partials.seeOther("/mes-donnees", Toast.ok("data.forget.done"));
    }

    /// The archive itself; a replay makes the same file again.
    @FreshFactor
    @PostMapping("/mes-donnees/archive")
    ResponseEntity<byte[]> take(@AuthenticationPrincipal SignedIn who, Texts t) {
        var me = files.of(who);
        return Downloads.attachment("passerelle-" + me.code() + ".zip", "application/zip", archive.of(me, t));
    }
}
