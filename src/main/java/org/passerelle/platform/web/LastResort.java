package org.passerelle.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The page for what is refused before any of our filters: a request line that is none, a path that leaves the site.
/// In both languages, since nobody has read yet which one is wanted; without style, since it depends on nothing.
public final class LastResort extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        var reference = Reference.fresh();
        if (status == 500) LOG.error("request failed reference={} status={}", reference, status, failure);
        else LOG.info("request failed reference={} status={}", reference, status);
        try {
            response.setContentType("text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            var writer = response.getReporter();
            if (writer == null) return;
            writer.write(page(status, reference));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LOG.info("nobody read the answer reference={}", reference);
        }
    }

    private static String page(int status, String reference) {
        return """
                <!DOCTYPE html>
                <html lang="fr">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Cette demande n’est pas compréhensible · Passerelle</title></head>
                <body>
                <main>
                <h1>Cette demande n’est pas compréhensible</h1>
                <p>L’adresse n’en est pas une. Rien n’a été enregistré.</p>
                <p><a href="/">Revenir à l’accueil</a></p>
                <p lang="en">This request cannot be understood; nothing was saved. <a href="/">Back to the home page</a></p>
                <p>Référence, <span lang="en">reference</span> : <code>%s</code> (%d)</p>
                </main>
                </body>
                </html>
                """.formatted(reference, status);
    }

    @Configuration(proxyBeanMethods = false)
    static class Wiring {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastResort() {
            return factory -> factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(LastResort.class.getName());
                }
            });
        }
    }
}
