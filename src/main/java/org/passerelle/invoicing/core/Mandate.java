package org.passerelle.invoicing.core;

import org.passerelle.kernel.Iban;

/// What allows us to collect by direct debit.
///
/// @param reference of the mandate (RUM), at most 35 characters (BT-89)
/// @param creditor the creditor's identifier (ICS) (BT-90)
/// @param debtor the account that pays (BT-91)
public record Mandate(String reference, String creditor, Iban debtor) {}
