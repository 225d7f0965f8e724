package org.passerelle.testing;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Gives each Spring context a database cloned from the template.
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var access = TestServer.cloned();
        Map<String, Object> settings = new HashMap<>();
        settings.put("passerelle.db.url", access.url());
        settings.put("passerelle.db.throwaway", true);
        settings.put("passerelle.db.owner.user", access.owner().user());
        settings.put("passerelle.db.owner.password", access.owner().password());
        settings.put("passerelle.db.app.user", access.app().user());
        settings.put("passerelle.db.app.password", access.app().password());
        settings.put("passerelle.db.pool.minimum", 1);
        settings.put("passerelle.db.pool.maximum", 8);
        settings.put("passerelle.sign-in.tries-per-address", 1_000_000); // every test comes from the same address
        if (!context.getEnvironment().containsProperty("passerelle.sign-in.second-factor")) {
            settings.put("passerelle.sign-in.second-factor", "offered"); // S01_SecondFactorTest makes it compulsory
        }
        settings.put("passerelle.mail.every-seconds", 0); // a test collects its mails itself
        var name = access.url().substring(access.url().lastIndexOf('/') + 1);
        settings.put(
                "passerelle.erasure-file",
                TestServer.folder("erasures").resolve(name + ".txt").toString());
        settings.put(
                "passerelle.anchor-file",
                TestServer.folder("anchors").resolve(name + ".txt").toString());
        settings.put("passerelle.home", TestServer.home().toString());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("a fresh database", settings));
    }
}
