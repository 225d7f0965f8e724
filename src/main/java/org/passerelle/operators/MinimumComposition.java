package org.passerelle.operators;

/// Which parts count towards the branch's minimum beside the base pay (PS-65). Sources differ, so it is a setting.
public record MinimumComposition(boolean leave, boolean apport, boolean reserve) {

    /// Base, leave, apport and reserve together reach the step's amount.
    public static final MinimumComposition ALL = new MinimumComposition(true, true, true);
}
