package org.passerelle.identity.web;

import java.util.UUID;

/// One line of "Mes sessions", as it is shown.
public record SessionRow(UUID id, String device, String since, String lastSeen, boolean current) {}
