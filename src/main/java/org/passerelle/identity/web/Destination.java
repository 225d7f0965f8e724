package org.passerelle.identity.web;

/// Where to go after the sign-in: a path of this house, never another site (S-24).
final class Destination {

    private Destination() {}

    static boolean isOurs(String path) {
        return path.length() <= 200
                && path.matches("/[A-Za-z0-9][A-Za-z0-9/_.-]*")
                && !path.contains("//")
                && !path.contains("..");
    }
}
