@NullMarked
package org.passerelle.gatherings.web;

import org.jspecify.annotations.NullMarked;
