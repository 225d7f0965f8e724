/// SQL of the payroll.
@NullMarked
package org.passerelle.payroll.store;

import org.jspecify.annotations.NullMarked;
