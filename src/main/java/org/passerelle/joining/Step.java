package org.passerelle.joining;

import java.util.Arrays;
import java.util.Optional;

/// What somebody who joins is asked, in this order.
public enum Step {
    /// Civil status and NIR (KY-01).
    IDENTITY("identite"),
    /// Trade, diploma or experience (PS-06).
    QUALIFICATION("qualification"),
    /// Nationality and, where the law wants one, the title that authorises work (KY-05).
    RIGHT_TO_WORK("droit-au-travail"),
    /// Bank account and rate of income tax (KY-02).
    PAY("paie"),
    /// The house's health cover, or a case of exemption.
    HEALTH("sante"),
    /// Who found the client and set the price (PS-05).
    AUTONOMY("autonomie"),
    /// The first client (KY-03).
    CLIENT("client"),
    /// The first mission.
    MISSION("mission");

    private final String path;

    Step(String path) {
        this.path = path;
    }

    /// Its part of the address.
    public String path() {
        return path;
    }

    public static Optional<Step> at(String path) {
        return Arrays.stream(values()).filter(step -> step.path.equals(path)).findFirst();
    }
}
