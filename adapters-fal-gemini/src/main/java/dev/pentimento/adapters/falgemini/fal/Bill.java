package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.provider.http.Reply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What fal bills for a result: so many units, in a header beside it. What a unit is, and costs, differs from endpoint to endpoint. */
final class Bill {
    private static final String HEADER = "x-fal-billable-units";
    private static final Pattern UNITS = Pattern.compile("\\d{1,9}(\\.\\d{1,12})?");

    private Bill() {}

    /** Unknown where there is no such header, or one that is no number. */
    static Usage in(Reply reply) {
        return reply.header(HEADER)
                .flatMap(Bill::thousandths)
                .map(amount -> new Usage(Map.of(PriceUnit.BILLABLE_MILLIUNIT, amount)))
                .orElse(Usage.UNKNOWN);
    }

    /** Rounded up, so that nothing looks cheaper than it was. */
    private static Optional<Long> thousandths(String units) {
        return Optional.of(units.strip())
                .filter(text -> UNITS.matcher(text).matches())
                .map(text -> new BigDecimal(text)
                        .movePointRight(3)
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact());
    }
}
