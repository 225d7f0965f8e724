@NullMarked
package org.passerelle.cli;

import org.jspecify.annotations.NullMarked;
