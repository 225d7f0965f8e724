/// What the house knows of one person, gathered for that person (RG-03, S-43).
@NullMarked
package org.passerelle.workspace.data;

import org.jspecify.annotations.NullMarked;
