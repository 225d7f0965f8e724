package org.passerelle.workspace.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.PayslipId;
import org.passerelle.payroll.Corrections;
import org.passerelle.payroll.PayslipCorrection;
import org.passerelle.payroll.Payslips;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// My payslips.
@Controller
@OpenTo(Role.FREELANCER)
@RequestMapping("/bulletins")
class PayslipsPage {

    private final MyFile files;
    private final Payslips payslips;
    private final Corrections corrections;

    PayslipsPage(MyFile files, Payslips payslips, Corrections corrections) {
        this.files = files;
        this.payslips = payslips;
        this.corrections = corrections;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, Texts t) {
        var me = files.of(who);
        var made = corrections.of(me.operator(), me.id());
        var rows = payslips.history(me.operator(), me.id()).stream()
                .map(payslip -> new PayslipsView.Row(
                        t.month(payslip.month()),
                        note(payslip.id(), made, t),
                        t.date(payslip.payDate()),
                        payslip.gross(),
                        payslip.netPaid(),
                        "/bulletins/" + payslip.id() + "/fichier"))
                .toList();
        var overpaid = corrections.overpaid(me.operator(), me.id());
        var notice = overpaid.isPositive() ? t.localize("workspace.payslip.overpaid", t.money(overpaid)) : "";
        return Partials.page("workspace/payslips", Map.of("view", new PayslipsView(notice, rows)));
    }

    /// What replaced it, or else what it replaces, with the reason.
    private static List<String> note(PayslipId id, List<PayslipCorrection> made, Texts t) {
        var notes = new ArrayList<String>();
        for (var one : made) {
            if (one.corrects().equals(id)) notes.add(t.localize("workspace.payslip.replaced", one.number()));
            if (one.payslip().equals(id)) {
                notes.add(t.localize("workspace.payslip.replaces", one.correctedNumber(), one.reason()));
            }
        }
        return notes;
    }

    @GetMapping("/{payslip}/fichier")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal SignedIn who, @PathVariable("payslip") String id) {
        var me = files.of(who);
        var payslip = payslips.find(PayslipId.of(id))
                .filter(found -> found.person().equals(me.id()))
                .orElseThrow();
        return Downloads.attachment(payslip.number() + ".pdf", "application/pdf", payslips.pdf(payslip));
    }
}
