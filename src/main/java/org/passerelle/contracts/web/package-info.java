@NullMarked
package org.passerelle.contracts.web;

import org.jspecify.annotations.NullMarked;
