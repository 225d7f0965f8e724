/// Decisions and papers of the monthly run (BP-01 to BP-06). Pure.
@NullMarked
package org.passerelle.payroll.core;

import org.jspecify.annotations.NullMarked;
