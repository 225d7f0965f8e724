package org.passerelle.marketplace;

import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siren;

/// Who offers the work: read at the desk alone, kept sealed.
///
/// @param siren none for a private individual
public record Contact(String name, @Nullable Siren siren, String email, PostalAddress address) {}
