/// The example month with sign-ins, for those who want to look around.
@NullMarked
package org.passerelle.cli.demo;

import org.jspecify.annotations.NullMarked;
