package org.passerelle.platform.web;

/// One stage of the month, for `ui/stepper.jte`.
///
/// @param label the stage: « Facture »
/// @param hint where it stands, in a few words: « émise le 31/10/2026 »
/// @param state how far it is
/// @param href page of the stage, or an empty text
public record Step(String label, String hint, State state, String href) {

    public enum State {
        DONE,
        CURRENT,
        TODO
    }
}
