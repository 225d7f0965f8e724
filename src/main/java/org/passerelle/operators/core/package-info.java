/// What the law asks of a legal entity. Pure.
@NullMarked
package org.passerelle.operators.core;

import org.jspecify.annotations.NullMarked;
