package org.passerelle.platform.mail;

import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The mail server of the settings (docs/settings.md), or a folder when none is named.
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    private static final String PATIENCE_MILLIS = "20000";

    @Bean
    Post post(Environment settings, Clock clock) {
        var host = settings.getProperty("passerelle.mail.host", "");
        var session = Session.getInstance(properties(settings, host));
        var letters = new Letters(session, from(settings), clock);
        if (host.isBlank()) {
            var home = Path.of(settings.getProperty("passerelle.home", "var"));
            return new FolderPost(home.resolve("mails"), letters);
        }
        return new SmtpPost(
                session,
                letters,
                settings.getProperty("passerelle.mail.user", ""),
                settings.getProperty("passerelle.mail.password", ""));
    }

    private static Properties properties(Environment settings, String host) {
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", settings.getProperty("passerelle.mail.port", "587"));
        boolean near = host.equals("localhost") || host.startsWith("127.");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(!near));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return properties;
    }

    private static InternetAddress from(Environment settings) {
        try {
            return new InternetAddress(settings.getProperty("passerelle.mail.from", "passerelle@localhost"), true);
        } catch (AddressException e) {
            throw new IllegalStateException("PASSERELLE_MAIL_FROM is no mail address", e);
        }
    }
}
