package dev.pentimento.architecture.broken.ports.out;

import java.time.Instant;

/** Breaks 12: looks at the clock. */
public interface Timing {
    default Instant deadline() {
        return Instant.now().plusSeconds(30);
    }
}
