package dev.pentimento.ports.spi;

import java.time.Duration;
import java.util.Set;

/**
 * What may be fetched.
 *
 * @param maxBytes of a file, after decompression
 * @param timeout of a fetch from beginning to end, redirects included
 * @param allowHosts exact {@code host:port} that may be asked although the address is private or the port unusual
 */
public record FetchLimits(long maxBytes, Duration timeout, Set<String> allowHosts) {
    public static final FetchLimits DEFAULT =
            new FetchLimits(IntakeLimits.DEFAULT.maxBytes(), Duration.ofSeconds(30), Set.of());

    public FetchLimits {
        allowHosts = Set.copyOf(allowHosts);
        if (maxBytes < 1 || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "Fetch limits must be at least 1 byte and longer than nothing but were %d bytes, %s"
                            .formatted(maxBytes, timeout));
        }
    }
}
