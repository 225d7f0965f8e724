package org.passerelle.platform.web;

/// One choice of a select.
public record Option(String value, String label, boolean selected) {}
