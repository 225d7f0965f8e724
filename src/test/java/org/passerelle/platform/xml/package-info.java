@NullMarked
package org.passerelle.platform.xml;

import org.jspecify.annotations.NullMarked;
