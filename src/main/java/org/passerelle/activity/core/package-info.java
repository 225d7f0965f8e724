/// What an activity report may say. Pure.
@NullMarked
package org.passerelle.activity.core;

import org.jspecify.annotations.NullMarked;
