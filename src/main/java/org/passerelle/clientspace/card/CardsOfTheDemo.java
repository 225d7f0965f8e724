package org.passerelle.clientspace.card;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Only where the demo is, or where a test asks for it: with the double anybody could pay with nothing.
final class CardsOfTheDemo implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var settings = context.getEnvironment();
        boolean named = !settings.getProperty("passerelle.db.url", "").isBlank()
                && !settings.getProperty("passerelle.db.throwaway", Boolean.class, false);
        return !named
                && (!settings.getProperty("passerelle.demo.folder", "").isBlank()
                        || settings.getProperty("passerelle.cards.double", Boolean.class, false));
    }
}
