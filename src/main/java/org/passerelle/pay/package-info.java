/// From gross to net and to cost for one person and one month, and back. Pure: a date, a gross and the terms go in,
/// an explained payslip comes out. All rates come from the law of the day; the reasoning is `payroll.md` of the
/// domain (ceilings and reduction are cumulative within the year, sections 5 and 6).
@NullMarked
@ApplicationModule(
        displayName = "Pay",
        allowedDependencies = {"kernel", "law"})
package org.passerelle.pay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
