/// Where a month stands and what comes next. Pure.
@NullMarked
package org.passerelle.workspace.core;

import org.jspecify.annotations.NullMarked;
