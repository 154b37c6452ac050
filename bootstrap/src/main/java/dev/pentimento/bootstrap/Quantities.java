package dev.pentimento.bootstrap;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The types of settings that say how much or how long. Bounds are inclusive and written as in the file. */
final class Quantities {
    /** Digits enough for every bound in use and too few to overflow. */
    private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,9}(?:\\.\\d{1,6})?) ?([A-Za-z]*)");

    private static final Map<String, Duration> TIMES = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));
    private static final Map<String, Long> SIZES = Map.of(
            "", 1L,
            "b", 1L,
            "kb", 1_000L,
            "mb", 1_000_000L,
            "gb", 1_000_000_000L,
            "kib", 1L << 10,
            "mib", 1L << 20,
            "gib", 1L << 30);

    private Quantities() {}

    static SettingType<Integer> wholeNumber(int least, int most) {
        return new SettingType<>(
                "a whole number from %d to %d".formatted(least, most),
                text -> plain(text)
                        .filter(Quantities::isWhole)
                        .map(BigDecimal::intValueExact)
                        .filter(it -> it >= least && it <= most));
    }

    static SettingType<Double> number(double least, double most) {
        return new SettingType<>(
                "a number from %s to %s".formatted(least, most),
                text -> plain(text).map(BigDecimal::doubleValue).filter(it -> it >= least && it <= most));
    }

    /** US dollars, to the millionth. */
    static SettingType<BigDecimal> usd() {
        return new SettingType<>(
                "an amount in US dollars such as 2.50", text -> plain(text).filter(it -> it.signum() >= 0));
    }

    static SettingType<Duration> duration(String least, String most) {
        Duration shortest = time(least).orElseThrow();
        Duration longest = time(most).orElseThrow();
        Function<String, Optional<Duration>> within =
                text -> time(text).filter(it -> it.compareTo(shortest) >= 0 && it.compareTo(longest) <= 0);
        return new SettingType<>("a duration from %s to %s%s".formatted(least, most, example(within)), within);
    }

    /** One that is within the bounds. */
    private static String example(Function<String, Optional<Duration>> within) {
        return Stream.of("30s", "500ms", "10m", "24h")
                .filter(example -> within.apply(example).isPresent())
                .findFirst()
                .map(" such as "::concat)
                .orElse("");
    }

    /** In bytes. */
    static SettingType<Long> size(String least, String most) {
        long smallest = bytes(least).orElseThrow();
        long largest = bytes(most).orElseThrow();
        return new SettingType<>(
                "a size from %s to %s such as 25MB".formatted(least, most),
                text -> bytes(text).filter(it -> it >= smallest && it <= largest));
    }

    private static Optional<BigDecimal> plain(String text) {
        return numberOf(text).filter(it -> it.group(2).isEmpty()).map(it -> new BigDecimal(it.group(1)));
    }

    private static Optional<Duration> time(String text) {
        return numberOf(text)
                .filter(it -> isWhole(new BigDecimal(it.group(1))))
                .flatMap(it -> unit(TIMES, it.group(2)).map(unit -> unit.multipliedBy(Long.parseLong(it.group(1)))));
    }

    private static Optional<Long> bytes(String text) {
        return numberOf(text)
                .flatMap(it -> unit(SIZES, it.group(2).toLowerCase(Locale.ROOT))
                        .map(unit -> new BigDecimal(it.group(1))
                                .multiply(BigDecimal.valueOf(unit))
                                .longValue()));
    }

    private static <U> Optional<U> unit(Map<String, U> units, String name) {
        return Optional.ofNullable(units.get(name));
    }

    private static Optional<Matcher> numberOf(String text) {
        return Optional.of(NUMBER.matcher(text)).filter(Matcher::matches);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.scale() <= 0;
    }
}
