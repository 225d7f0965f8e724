package org.passerelle.simulator.core;

import org.passerelle.compte.core.PayRules;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Law;
import org.passerelle.operators.MinimumComposition;
import org.passerelle.pay.EmployerTerms;
import org.passerelle.pay.HoursBasis;
import org.passerelle.pay.PayTerms;
import org.passerelle.pay.Withholding;
import org.passerelle.pay.WorkerTerms;
import org.passerelle.pay.Zone;
import org.passerelle.people.PayStep;

/// How somebody would be employed: the terms of the payslip without anybody's file.
///
/// @param frame PORTAGE_SALARIAL or CAE
/// @param leavePaid paid leave with each month's pay, else set aside until it is taken
/// @param load employer charges set aside with each euro that is set aside (PS-66)
/// @param step of the branch's grid; not looked at in a cooperative
public record Employee(
        Frame frame, boolean cadre, EmployerTerms house, boolean leavePaid, Rate load, PayStep step, PayTerms terms) {

    public Employee {
        if (frame != Frame.PORTAGE_SALARIAL && frame != Frame.CAE) {
            throw new IllegalArgumentException("nobody is employed in " + frame);
        }
    }

    public static Employee inPortage(boolean cadre, EmployerTerms house, boolean leavePaid, Rate load, PayStep step) {
        return of(Frame.PORTAGE_SALARIAL, HoursBasis.CONTRACT, cadre, house, leavePaid, load, step);
    }

    /// A CESA: pay that is not tied to hours (payroll.md 6.5), no line of portage (CA-10).
    public static Employee inCooperative(boolean cadre, EmployerTerms house) {
        return of(Frame.CAE, HoursBasis.EQUIVALENT, cadre, house, false, Rate.ZERO, PayStep.PREMIER_NIVEAU);
    }

    private static Employee of(
            Frame frame,
            HoursBasis hours,
            boolean cadre,
            EmployerTerms house,
            boolean leavePaid,
            Rate load,
            PayStep step) {
        var worker = new WorkerTerms(cadre, false, WorkerTerms.FULL_TIME, hours, Withholding.NEUTRAL, Zone.MAINLAND);
        return new Employee(frame, cadre, house, leavePaid, load, step, PayTerms.of(house, worker));
    }

    public boolean inPortage() {
        return frame == Frame.PORTAGE_SALARIAL;
    }

    PayRules rules(Law law) {
        return inPortage() ? PayRules.portage(law, leavePaid, load) : PayRules.COOPERATIVE;
    }

    MinimumComposition composition() {
        return MinimumComposition.ALL;
    }
}
