@NullMarked
package org.passerelle.platform.db;

import org.jspecify.annotations.NullMarked;
