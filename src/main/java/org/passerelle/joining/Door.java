package org.passerelle.joining;

import org.passerelle.kernel.Frame;
import org.passerelle.kernel.OperatorId;

/// An entity with which a visitor may open a file.
public record Door(OperatorId operator, String name, Frame frame) {}
