/// Activity reports and expenses in the database.
@NullMarked
package org.passerelle.activity.store;

import org.jspecify.annotations.NullMarked;
