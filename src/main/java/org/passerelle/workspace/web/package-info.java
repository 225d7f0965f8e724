@NullMarked
package org.passerelle.workspace.web;

import org.jspecify.annotations.NullMarked;
