package dev.pentimento.bootstrap;

import dev.pentimento.ports.spi.CallPolicy;
import java.time.Duration;
import java.util.Optional;

/** How calls to one provider are limited, as {@code providers.<name>} says. */
final class CallSettings {
    /** For providers without such settings, which answer within this process: there is nobody to be spared. */
    private static final CallPolicy IN_PROCESS = new CallPolicy(256, 1000, Duration.ofHours(1), false);

    private final Settings settings;
    private final String prefix;

    CallSettings(Settings settings, String provider) {
        this.settings = settings;
        this.prefix = "providers." + provider + ".";
    }

    /** Whether a provider answers within this process; what goes to others is limited. */
    static boolean isInProcess(Settings settings, String provider) {
        return settings.known().find("providers." + provider + ".concurrency").isEmpty();
    }

    CallPolicy policy() {
        return new CallPolicy(
                find("concurrency", Integer.class).orElse(IN_PROCESS.concurrency()),
                find("requests-per-second", Double.class).orElse(IN_PROCESS.perSecond()),
                find("timeout", Duration.class).orElse(IN_PROCESS.timeout()),
                find("retry-unknown", String.class).filter("once"::equals).isPresent());
    }

    private <T> Optional<T> find(String key, Class<T> type) {
        return settings.known().find(prefix + key).flatMap(settings::find).map(type::cast);
    }
}
