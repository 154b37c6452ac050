package dev.pentimento.provider.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a vendor asks us to wait. What is in the past means now; what makes no sense is no answer.
 *
 * <p>{@code Retry-After} holds seconds or a date (RFC 9110, section 10.2.3); some vendors send {@code retry-after-ms} beside it.
 */
public final class RetryAfter {
    /** A year: beyond it a vendor means something else. */
    private static final double MOST_MILLIS = Duration.ofDays(365).toMillis();

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

    private RetryAfter() {}

    /** @param headers gives the value of a header by its name, in whatever case */
    public static Optional<Duration> in(Function<String, Optional<String>> headers, Instant now) {
        Optional<String> usual = headers.apply("Retry-After");
        return Stream.of(
                        headers.apply("retry-after-ms").flatMap(text -> millis(text, 1)),
                        usual.flatMap(text -> millis(text, 1000)),
                        usual.flatMap(text -> untilDate(text, now)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Until a moment that is told in milliseconds since 1970. */
    public static Optional<Duration> untilEpochMillis(String text, Instant now) {
        return Optional.of(text.strip())
                .filter(digits -> digits.matches("\\d{1,15}"))
                .map(digits -> until(Instant.ofEpochMilli(Long.parseLong(digits)), now));
    }

    private static Optional<Duration> millis(String text, int factor) {
        return Optional.of(text.strip())
                .filter(number -> NUMBER.matcher(number).matches())
                .map(number -> Double.parseDouble(number) * factor)
                .filter(millis -> millis <= MOST_MILLIS)
                .map(millis -> Duration.ofMillis((long) Math.ceil(millis)));
    }

    private static Optional<Duration> untilDate(String text, Instant now) {
        try {
            Instant date = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(until(date, now));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Duration until(Instant moment, Instant now) {
        return moment.isAfter(now) ? Duration.between(now, moment) : Duration.ZERO;
    }
}
