/// Mails: queued with what they tell of, sent afterwards, each fact once.
@NullMarked
@NamedInterface("mail")
package org.passerelle.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
