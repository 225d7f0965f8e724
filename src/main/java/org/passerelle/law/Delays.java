package org.passerelle.law;

import java.time.LocalDate;

/// Deadlines that count jours ouvrables or months from a fact (SW-03). Pure; the figures are dated data.
public final class Delays {

    private Delays() {}

    /// Last day to sign the commercial contract of a mission that starts on this day (PS-55).
    public static LocalDate commercialContract(LocalDate missionStart, WorkingDays days, Law law) {
        return days.plusOuvrables(missionStart, law.number("COMMERCIAL_CONTRACT_DAYS"));
    }

    /// Last day to hand over a fixed-term contract concluded on this day (PS-45).
    public static LocalDate contractDelivery(LocalDate concluded, WorkingDays days, Law law) {
        return days.plusOuvrables(concluded, law.number("CDD_DELIVERY_DAYS"));
    }

    /// At the end of this day the silence of the prefecture means that the title was authenticated (KY-05).
    public static LocalDate titleCheckMet(LocalDate requested, WorkingDays days, Law law) {
        return days.plusOuvrables(requested, law.number("TITLE_CHECK_DAYS"));
    }

    /// Last day on which a consumer withdraws from a service contract concluded on this day: the day of the conclusion
    /// does not count, and an end on a Saturday, a Sunday or a holiday goes on to the next working day (CO-03).
    public static LocalDate consumerWithdrawal(LocalDate concluded, WorkingDays days, Law law) {
        var last = concluded.plusDays(law.number("consumer_withdrawal_days"));
        while (!days.isOuvre(last)) last = last.plusDays(1);
        return last;
    }

    /// Last day on which either party withdraws from an agreed termination signed on this day (UN-04).
    public static LocalDate lastWithdrawal(LocalDate signed, Law law) {
        return signed.plusDays(law.number("AGREED_TERMINATION_WITHDRAWAL_DAYS"));
    }

    /// Day on which the silence of the administration approves a request received on this day (UN-04).
    public static LocalDate tacitApproval(LocalDate received, WorkingDays days, Law law) {
        return days.plusOuvrables(received, law.number("AGREED_TERMINATION_APPROVAL_DAYS"));
    }

    /// First day on which the employment contract may end after that silence (UN-04).
    public static LocalDate earliestEnd(LocalDate received, WorkingDays days, Law law) {
        return tacitApproval(received, days, law).plusDays(1);
    }
}
