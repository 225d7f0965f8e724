package org.passerelle.contracts;

import java.util.Locale;
import org.passerelle.kernel.Frame;

/// The papers that the house draws up.
public enum PaperKind {
    PORTAGE_CDI,
    PORTAGE_CDD,
    MISSION_LETTER,
    COMMERCIAL,
    CAPE,
    CESA,
    MANDATE,
    CONSUMER_QUOTE;

    /// Whether an entity of this frame draws it up.
    public boolean belongsTo(Frame frame) {
        return switch (this) {
            case PORTAGE_CDI, PORTAGE_CDD, MISSION_LETTER, COMMERCIAL -> frame == Frame.PORTAGE_SALARIAL;
            case CAPE, CESA -> frame == Frame.CAE || frame == Frame.CAE_SAP;
            case MANDATE -> frame == Frame.PORTAGE_ENTREPRENEURIAL;
            case CONSUMER_QUOTE -> frame == Frame.CAE || frame == Frame.CAE_SAP;
        };
    }

    /// Whether it is about one mission.
    public boolean isOfMission() {
        return switch (this) {
            case MISSION_LETTER, COMMERCIAL, CONSUMER_QUOTE, PORTAGE_CDD -> true;
            case PORTAGE_CDI, CAPE, CESA, MANDATE -> false;
        };
    }

    /// As files are named: `portage_cdi`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
