/// Drawing kit for the papers of the house: PDF/A-3b, same input same bytes.
@NullMarked
@NamedInterface("pdf")
package org.passerelle.documents.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
