/// What the tests share: one database server for a build, a clock that can be moved, faults made on purpose.
@NullMarked
package org.passerelle.testing;

import org.jspecify.annotations.NullMarked;
