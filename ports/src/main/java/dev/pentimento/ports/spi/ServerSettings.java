package dev.pentimento.ports.spi;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a server is to behave.
 *
 * @param host the address it listens on
 * @param port 0 = any that is free
 * @param publicUrl what users see where a proxy stands before it; null = the address it listens on
 * @param allowedOrigins of web pages that may call it, such as {@code https://app.example.com}
 * @param signedUrlTtl how long the address of an image stays valid, at least
 * @param signingKey by which the server knows such addresses again, after a restart too
 */
public record ServerSettings(
        String host,
        int port,
        @Nullable URI publicUrl,
        List<String> allowedOrigins,
        Authentication authentication,
        Duration signedUrlTtl,
        SigningKey signingKey) {
    public ServerSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
