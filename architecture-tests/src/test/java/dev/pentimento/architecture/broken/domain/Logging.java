package dev.pentimento.architecture.broken.domain;

import java.util.logging.Logger;

/** Breaks 1: logs, although {@code java.util} is plain Java. */
final class Logging {
    void shout() {
        Logger.getAnonymousLogger().info("!");
    }
}
