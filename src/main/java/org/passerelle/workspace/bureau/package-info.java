/// The gestionnaire's desk, « Bureau »: what a person must look at, with the reason, and the books of one entity.
@NullMarked
package org.passerelle.workspace.bureau;

import org.jspecify.annotations.NullMarked;
