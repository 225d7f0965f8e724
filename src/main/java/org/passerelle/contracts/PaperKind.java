package org.passerelle.contracts;

import java.util.Locale;
import org.passerelle.kernel.Frame;

/// The papers that the house draws up.
public enum PaperKind {
    PORTAGE_CDI,
    PORTAGE_CDD,
    MISSION_LETTER,
    MISSION_AMENDMENT,
    COMMERCIAL,
    COMMERCIAL_AMENDMENT,
    COMMERCIAL_SUPPLEMENT,
    CDD_RENEWAL,
    PROSPECTING_EXTENSION,
    CAPE,
    CAPE_RENEWAL,
    CESA,
    MEMBERSHIP,
    MANDATE,
    CONSUMER_QUOTE;

    /// Whether an entity of this frame draws it up.
    public boolean belongsTo(Frame frame) {
        return switch (this) {
            case PORTAGE_CDI,
                    PORTAGE_CDD,
                    MISSION_LETTER,
                    MISSION_AMENDMENT,
                    COMMERCIAL,
                    COMMERCIAL_AMENDMENT,
                    COMMERCIAL_SUPPLEMENT,
                    CDD_RENEWAL,
                    PROSPECTING_EXTENSION -> frame == Frame.PORTAGE_SALARIAL;
            case CAPE, CAPE_RENEWAL, CESA, MEMBERSHIP -> frame == Frame.CAE || frame == Frame.CAE_SAP;
            case MANDATE -> frame == Frame.PORTAGE_ENTREPRENEURIAL;
            case CONSUMER_QUOTE -> frame == Frame.CAE || frame == Frame.CAE_SAP;
        };
    }

    /// Whether it is about one mission.
    public boolean isOfMission() {
        return switch (this) {
            case MISSION_LETTER,
                    MISSION_AMENDMENT,
                    COMMERCIAL,
                    COMMERCIAL_AMENDMENT,
                    COMMERCIAL_SUPPLEMENT,
                    CDD_RENEWAL,
                    CONSUMER_QUOTE,
                    PORTAGE_CDD -> true;
            case PORTAGE_CDI, PROSPECTING_EXTENSION, CAPE, CAPE_RENEWAL, CESA, MEMBERSHIP, MANDATE -> false;
        };
    }

    /// Whether it moves the end of a contract.
    public boolean movesTheEnd() {
        return this == CDD_RENEWAL || this == PROSPECTING_EXTENSION || this == CAPE_RENEWAL;
    }

    /// As files are named: `portage_cdi`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
