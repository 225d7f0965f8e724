/// People in the database, NIR and IBAN sealed.
@NullMarked
package org.passerelle.people.store;

import org.jspecify.annotations.NullMarked;
