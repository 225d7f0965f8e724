package org.passerelle.invoicing.core;

import org.passerelle.kernel.Siren;

/// Who is paid when it is not the seller: a factor (BG-10).
public record Payee(String name, Siren siren) {}
