/// Passerelle: portage salarial, cooperative and mandate in one system. The map of modules is in ARCHITECTURE.md.
@NullMarked
package org.passerelle;

import org.jspecify.annotations.NullMarked;
