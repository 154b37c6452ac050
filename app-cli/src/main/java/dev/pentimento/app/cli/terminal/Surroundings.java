package dev.pentimento.app.cli.terminal;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What surrounds one run of the command line.
 *
 * @param outIsTerminal whether a person looks at {@code out}
 * @param errIsTerminal whether a person looks at {@code err}
 * @param localClock with the zone in which times are shown to people; asked for only when it is needed, as that zone takes long to find out
 */
public record Surroundings(
        InputStream in,
        OutputStream out,
        OutputStream err,
        Map<String, String> environment,
        Path workingDirectory,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Supplier<Clock> localClock,
        Interrupts interrupts,
        Background background) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    public ZoneId zone() {
        return localClock.get().getZone();
    }

    public Instant now() {
        return localClock.get().instant();
    }

    /** Whether colours and moving pictures are welcome on the terminals. */
    boolean isLively() {
        return !"dumb".equals(environment.get("TERM"));
    }

    /** See no-color.org: any value but the empty one asks for no colours. */
    boolean wantsColors() {
        return isLively() && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
