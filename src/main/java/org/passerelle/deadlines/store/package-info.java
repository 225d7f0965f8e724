/// Facts told, clocks as last computed, marks, links of calendars, reminders said.
@NullMarked
package org.passerelle.deadlines.store;

import org.jspecify.annotations.NullMarked;
