/// Decisions and papers of the activity account (PS-60 to PS-62). Pure.
@NullMarked
package org.passerelle.compte.core;

import org.jspecify.annotations.NullMarked;
