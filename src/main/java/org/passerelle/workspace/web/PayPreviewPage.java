package org.passerelle.workspace.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Month;
import org.passerelle.payroll.PayPreview;
import org.passerelle.payroll.Payroll;
import org.passerelle.people.Person;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// My payslip, if the payroll were run today: the same computation as the run, and nothing is written.
@Controller
@OpenTo(Role.FREELANCER)
class PayPreviewPage {

    private final MyFile files;
    private final Payroll payroll;
    private final Clock clock;

    PayPreviewPage(MyFile files, Payroll payroll, Clock clock) {
        this.files = files;
        this.payroll = payroll;
        this.clock = clock;
    }

    /// Without a month: the one before the current one until its payslip is given.
    @GetMapping("/bulletins/apercu")
    ModelAndView preview(
            @AuthenticationPrincipal SignedIn who, @RequestParam(name = "mois") Optional<String> mois, Texts t) {
        var me = files.of(who);
        var today = Days.today(clock);
        var month = mois.filter(text -> !text.isBlank()).map(Month::of).orElseGet(() -> living(me, today));
        var preview = payroll.preview(me.operator(), me.id(), month, today).orElse(null);
        return Partials.page("workspace/paypreview", Map.of("view", view(preview, month, today, t)));
    }

    private Month living(Person me, LocalDate today) {
        var last = Month.containing(today).previous();
        return payroll.preview(me.operator(), me.id(), last, today)
                .filter(preview -> !(preview instanceof PayPreview.Given))
                .map(_ -> last)
                .orElse(last.next());
    }

    private PayPreviewView view(@Nullable PayPreview preview, Month month, LocalDate today, Texts t) {
        var notices = new ArrayList<String>();
        var payable = switch (preview) {
            case null -> {
                notices.add(t.localize("workspace.preview.no.contract"));
                yield null;
            }
            case PayPreview.Given _ -> {
                notices.add(t.localize("workspace.preview.given"));
                yield null;
            }
            case PayPreview.Payable one -> one;
            case PayPreview.Unpaid unpaid -> {
                notices.add(t.localize("payroll.not_paid." + unpaid.reason().name()));
                if (unpaid.otherwise() != null) notices.add(t.localize("workspace.preview.otherwise"));
                yield unpaid.otherwise();
            }
        };
        if (payable != null && payable.sheet().account().isShort()) notices.add(t.localize("workspace.preview.short"));
        return new PayPreviewView(
                t.localize("workspace.preview.title", t.ofMonth(month)),
                t.localize("workspace.preview.lead", t.date(today)),
                notices,
                payable == null ? null : sums(payable),
                payable == null
                        ? List.of()
                        : new PayPreviewWords(payable.sheet(), t)
                                .parts(payroll.lines(payable.sheet()), payable.refund(), payable.recovered()));
    }

    private static PayPreviewView.Sums sums(PayPreview.Payable payable) {
        return new PayPreviewView.Sums(
                payable.netPaid(),
                payable.sheet().gross(),
                payable.sheet().totals().cost(),
                payable.sheet().account().balance());
    }
}
