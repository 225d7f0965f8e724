@NullMarked
package org.passerelle.collection.core;

import org.jspecify.annotations.NullMarked;
