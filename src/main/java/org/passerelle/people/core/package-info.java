/// What the law asks when a person is taken on. Pure.
@NullMarked
package org.passerelle.people.core;

import org.jspecify.annotations.NullMarked;
