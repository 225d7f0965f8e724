package org.passerelle.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A test on the whole application, served on a free port, over a database of its own (a clone of the migrated
/// template). Classes with this annotation and nothing else share one context and one database: each test makes the
/// groups and operators it needs.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({MovableClock.AsBean.class, CrashingDataSource.AsBean.class})
public @interface PasserelleTest {}
