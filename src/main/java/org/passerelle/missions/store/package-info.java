/// Missions in the database, with their findings.
@NullMarked
package org.passerelle.missions.store;

import org.jspecify.annotations.NullMarked;
