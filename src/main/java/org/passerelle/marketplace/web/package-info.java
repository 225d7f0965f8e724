@NullMarked
package org.passerelle.marketplace.web;

import org.jspecify.annotations.NullMarked;
