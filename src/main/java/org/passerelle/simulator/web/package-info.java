@NullMarked
package org.passerelle.simulator.web;

import org.jspecify.annotations.NullMarked;
