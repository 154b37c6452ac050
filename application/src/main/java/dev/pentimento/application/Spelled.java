package dev.pentimento.application;

import java.time.Duration;
import java.util.List;

/** Lengths of time for people, as they write them in the configuration. */
final class Spelled {
    private record Unit(String name, Duration length) {}

    private static final List<Unit> UNITS = List.of(
            new Unit("h", Duration.ofHours(1)),
            new Unit("m", Duration.ofMinutes(1)),
            new Unit("s", Duration.ofSeconds(1)));

    private Spelled() {}

    /** A whole number of the largest unit that is not larger than a part of it: {@code 30m}, {@code 90s}, {@code 500ms}. */
    static String of(Duration time) {
        return UNITS.stream()
                .filter(unit ->
                        !time.isZero() && time.toMillis() % unit.length().toMillis() == 0)
                .findFirst()
                .map(unit -> time.dividedBy(unit.length()) + unit.name())
                .orElseGet(() -> time.toMillis() + "ms");
    }
}
