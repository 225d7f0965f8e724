/// The pages that a link opens.
@NullMarked
package org.passerelle.clientspace.web;

import org.jspecify.annotations.NullMarked;
