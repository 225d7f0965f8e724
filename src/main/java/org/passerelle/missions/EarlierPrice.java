package org.passerelle.missions;

import java.time.LocalDate;
import org.passerelle.kernel.Money;

/// What a unit of work cost until an amendment changed it (PS-57).
///
/// @param before the first day of the price that follows
/// @param price excl. VAT, for one unit of the mission
/// @param paper code of the amendment that changed it
public record EarlierPrice(LocalDate before, Money price, String paper) {}
