package org.passerelle.workspace.web;

import java.time.Clock;
import java.util.Map;
import org.passerelle.identity.FreshFactor;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.law.Laws;
import org.passerelle.operators.Operators;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.workspace.data.DataArchive;
import org.passerelle.workspace.data.KeptData;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// « Mes données »: what is kept, how long and why (RG-02), and all of it to take away (RG-03, BP-04).
@Controller
@OpenTo(Role.FREELANCER)
class MyDataPage {

    private final MyFile files;
    private final Operators operators;
    private final DataArchive archive;
    private final Laws laws;
    private final Clock clock;

    MyDataPage(MyFile files, Operators operators, DataArchive archive, Laws laws, Clock clock) {
        this.files = files;
        this.operators = operators;
        this.archive = archive;
        this.laws = laws;
        this.clock = clock;
    }

    @GetMapping("/mes-donnees")
    ModelAndView page(@AuthenticationPrincipal SignedIn who) {
        var me = files.of(who);
        var kept = KeptData.of(
                laws.on(Days.today(clock)), me.birthDate(), me.employment().exit());
        return Partials.page("workspace/mydata", Map.of("kept", kept, "operator", operators.get(me.operator())));
    }

    /// The archive itself; a replay makes the same file again.
    @FreshFactor
    @PostMapping("/mes-donnees/archive")
    ResponseEntity<byte[]> take(@AuthenticationPrincipal SignedIn who, Texts t) {
        var me = files.of(who);
        return Downloads.attachment("passerelle-" + me.code() + ".zip", "application/zip", archive.of(me, t));
    }
}
