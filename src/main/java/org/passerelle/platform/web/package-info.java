/// The page shell: views, texts in both languages, answers to htmx and to a browser without it.
@NullMarked
@NamedInterface("web")
package org.passerelle.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
