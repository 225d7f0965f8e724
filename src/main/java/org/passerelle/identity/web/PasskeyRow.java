package org.passerelle.identity.web;

import java.util.UUID;

/// One key in the list of "Mes sessions".
public record PasskeyRow(UUID id, String label, String since) {}
