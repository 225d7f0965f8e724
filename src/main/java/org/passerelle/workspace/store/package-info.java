@NullMarked
package org.passerelle.workspace.store;

import org.jspecify.annotations.NullMarked;
