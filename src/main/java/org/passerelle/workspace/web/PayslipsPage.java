package org.passerelle.workspace.web;

import java.util.Map;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.PayslipId;
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

    PayslipsPage(MyFile files, Payslips payslips) {
        this.files = files;
        this.payslips = payslips;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, Texts t) {
        var me = files.of(who);
        var rows = payslips.of(me.operator(), me.id()).stream()
                .map(payslip -> new PayslipsView.Row(
                        t.month(payslip.month()),
                        t.date(payslip.payDate()),
                        payslip.gross(),
                        payslip.netPaid(),
                        "/bulletins/" + payslip.id() + "/fichier"))
                .toList();
        return Partials.page("workspace/payslips", Map.of("view", new PayslipsView(rows)));
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
