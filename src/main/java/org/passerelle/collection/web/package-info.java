@NullMarked
package org.passerelle.collection.web;

import org.jspecify.annotations.NullMarked;
