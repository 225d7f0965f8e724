package org.passerelle.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Opens a page, or all pages of a controller, to people who are signed in and hold one of these roles with at least
/// one operator; without roles, to whoever is signed in. A handler with neither this nor [OpenToVisitors] answers
/// nobody (S-10). Which operator's data they then see is decided by the scope, and by the code with
/// [SignedIn#has(org.passerelle.kernel.OperatorId, Role...)].
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OpenTo {

    Role[] value() default {};
}
