package org.passerelle.platform.web;

/// The button beside a refusal: what to do instead.
public record WayOut(String label, String href) {}
