/// The screens in a real browser: both widths, light and dark, with and without JavaScript, under the strict CSP.
@NullMarked
package org.passerelle.browser;

import org.jspecify.annotations.NullMarked;
