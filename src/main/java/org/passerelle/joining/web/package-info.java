/// The applicant's pages.
@NullMarked
package org.passerelle.joining.web;

import org.jspecify.annotations.NullMarked;
