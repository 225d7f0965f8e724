@NullMarked
package org.passerelle.rulebook.web;

import org.jspecify.annotations.NullMarked;
