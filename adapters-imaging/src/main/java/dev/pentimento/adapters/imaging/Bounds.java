package dev.pentimento.adapters.imaging;

import dev.pentimento.ports.spi.IntakeLimits;
import java.util.Set;

/** What holds for every file that a codec reads. */
record Bounds(IntakeLimits limits, Set<IntakeRule> rules, MemoryBudget memory) {
    Bounds {
        rules = Set.copyOf(rules);
    }

    boolean enforce(IntakeRule rule) {
        return rules.contains(rule);
    }
}
