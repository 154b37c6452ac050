package dev.pentimento.adapters.web.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Moments as RFC 3339 in UTC, with microseconds. */
public final class Timestamps {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    public static String of(Instant moment) {
        return FORMAT.format(moment);
    }

    public static @Nullable String ofNullable(@Nullable Instant moment) {
        return moment == null ? null : of(moment);
    }
}
