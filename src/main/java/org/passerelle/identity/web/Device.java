package org.passerelle.identity.web;

import org.jspecify.annotations.Nullable;

/// What a person recognises their own device by: browser and system, nothing finer.
final class Device {

    private Device() {}

    static String of(@Nullable String userAgent) {
        var agent = userAgent == null ? "" : userAgent;
        var browser = agent.contains("Edg/")
                ? "Edge"
                : agent.contains("Firefox/")
                        ? "Firefox"
                        : agent.contains("Chrome/") ? "Chrome" : agent.contains("Safari/") ? "Safari" : "?";
        var system = agent.contains("Android")
                ? "Android"
                : agent.contains("iPhone") || agent.contains("iPad")
                        ? "iOS"
                        : agent.contains("Windows")
                                ? "Windows"
                                : agent.contains("Mac OS") ? "macOS" : agent.contains("Linux") ? "Linux" : "?";
        return browser + " · " + system;
    }
}
