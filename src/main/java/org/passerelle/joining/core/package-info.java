/// What an applicant is asked, what is missing, and the earliest lawful start. Pure.
@NullMarked
package org.passerelle.joining.core;

import org.jspecify.annotations.NullMarked;
