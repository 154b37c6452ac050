package dev.pentimento.app.cli.argument;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of money; what is less than a micro-USD is dropped. */
public record Dollars(long microUsd) {
    private static final BigDecimal MICRO = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    /** @throws IllegalArgumentException if it is none, less than 0 or more than a million */
    static Dollars parse(String text) {
        BigDecimal usd = decimal(text);
        if (usd.signum() < 0 || usd.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("An amount is 0 to 1000000 USD but was '%s'".formatted(text));
        }
        return new Dollars(usd.multiply(MICRO).setScale(0, RoundingMode.DOWN).longValueExact());
    }

    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is no amount in USD, such as 0.50".formatted(text), e);
        }
    }
}
