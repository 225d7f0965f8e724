package org.passerelle.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.webjars.WebJarVersionLocator;

/// Addresses of static files, with a hash of the content: a browser keeps them until they change.
public final class Assets {

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();
    private static final WebJarVersionLocator WEBJARS = new WebJarVersionLocator();

    private Assets() {}

    /// @param path below /static: `css/passerelle.css`
    public static String of(String path) {
        return KNOWN.computeIfAbsent(path, p -> "/" + p + "?v=" + hash("static/" + p));
    }

    /// @param file path within the webjar: `dist/htmx.min.js`
    public static String webjar(String jar, String file) {
        return KNOWN.computeIfAbsent(jar + "/" + file, _ -> {
            var path = WEBJARS.path(jar, file);
            if (path == null) throw new IllegalStateException("no " + file + " in webjar " + jar);
            return "/webjars/" + path;
        });
    }

    private static String hash(String resource) {
        try (var in = new ClassPathResource(resource).getInputStream()) {
            var digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
