/// House tests: the map, purity, and what holds for every module.
@NullMarked
package org.passerelle;

import org.jspecify.annotations.NullMarked;
