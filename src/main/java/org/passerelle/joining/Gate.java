package org.passerelle.joining;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Finding;

/// One thing that must be so before somebody is taken on, or starts to work.
///
/// @param what the rule with its article, and the sentence that refuses while it is not so
/// @param who must act next
/// @param notBefore first lawful day of work by this rule alone, when it names one
public record Gate(
        Finding what,
        Moment moment,
        State state,
        Party who,
        @Nullable LocalDate notBefore) {

    /// What it keeps shut.
    public enum Moment {
        /// The house takes nobody on before.
        ADMISSION,
        /// Nobody works before.
        START,
        /// It stops nothing; it is due soon after.
        SOON
    }

    /// How far it is.
    public enum State {
        MET,
        /// Somebody must act.
        MISSING,
        /// Done by us; somebody else's answer, or a day, is awaited.
        AWAITED,
        /// It will not open as things stand.
        SHUT
    }

    /// Who must act.
    public enum Party {
        APPLICANT,
        HOUSE,
        CLIENT,
        AUTHORITY
    }

    public boolean isMet() {
        return state == State.MET;
    }

    /// Whether it keeps that moment from coming.
    public boolean stops(Moment which) {
        return !isMet() && moment == which;
    }

    /// Key of its short name below `joining.gate.`.
    public String key() {
        return what.variant().isEmpty() ? what.ruleId() : what.ruleId() + "." + what.variant();
    }
}
