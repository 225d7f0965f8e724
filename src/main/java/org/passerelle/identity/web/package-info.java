@NullMarked
package org.passerelle.identity.web;

import org.jspecify.annotations.NullMarked;
