/// `./passerelle corpus`: valid files of every kind that we write, so that anybody can run another validator over them.
/// Everybody in them is invented.
@NullMarked
package org.passerelle.cli.corpus;

import org.jspecify.annotations.NullMarked;
