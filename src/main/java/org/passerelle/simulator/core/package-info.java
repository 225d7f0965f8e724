/// What the simulators compute. Pure: the same engine and the same waterfall as the payslip, with nobody's file.
@NullMarked
package org.passerelle.simulator.core;

import org.jspecify.annotations.NullMarked;
