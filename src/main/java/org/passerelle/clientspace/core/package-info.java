/// What needs neither database nor web.
@NullMarked
package org.passerelle.clientspace.core;

import org.jspecify.annotations.NullMarked;
