package org.passerelle.marketplace;

import org.passerelle.kernel.Frame;
import org.passerelle.kernel.OperatorId;

/// An entity that welcomes offers of the public.
public record MarketDoor(OperatorId operator, String name, Frame frame) {}
