package dev.pentimento.testkit.paid;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.ports.spi.Roles;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Offers a {@link PaidServer} as a provider. It is registered nowhere: whoever wants to find it by its name names this class in
 * {@code META-INF/services/dev.pentimento.ports.spi.ProviderFactory} of its own tests.
 *
 * <p>Settings: {@code url} of the server; {@code mode}, which is {@code sync} (the default) or {@code queue}; {@code price-micro-usd}, what an
 * image will probably cost, {@code unknown} by default; {@code max-candidates} that one call may make, 1 by default; {@code key}, which the
 * server does not ask for.
 */
public final class PaidProviderFactory implements ProviderFactory {
    /** Under which it is offered unless told otherwise. */
    public static final String NAME = "paid";

    private static final String URL = "url";
    private static final String MODE = "mode";
    private static final String PRICE = "price-micro-usd";
    private static final String MAX_CANDIDATES = "max-candidates";
    private static final String KEY = "key";

    private static final String SYNC = "sync";
    private static final String QUEUE = "queue";
    private static final String ONE = "1";
    private static final String UNKNOWN = "unknown";

    private final String name;

    public PaidProviderFactory() {
        this(NAME);
    }

    /** For several at once. */
    public PaidProviderFactory(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> settingKeys() {
        return Set.of(URL, MODE, PRICE, MAX_CANDIDATES, KEY);
    }

    @Override
    public Provider create(ProviderSettings settings, ImageSource results) {
        List<String> problems = problems(settings);
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
        PaidClient client = new PaidClient(
                URI.create(value(settings, URL, "")), settings.find(KEY).orElse(""));
        PaidFailures failures = new PaidFailures(name, settings.fullKey(KEY));
        boolean queued = value(settings, MODE, SYNC).equals(QUEUE);
        PaidAccount account = new PaidAccount(new PaidOrders(name, client, failures), queued, price(settings));
        return Roles.of("A provider for tests that does what it is told and keeps a bill; needs a PaidServer")
                .editing(new PaidEditor(account, Integer.parseInt(value(settings, MAX_CANDIDATES, ONE))))
                .generating(new PaidGenerator(account));
    }

    private static List<String> problems(ProviderSettings settings) {
        return Stream.of(
                        problem(settings, URL, "", "https?://.+", "the address of a PaidServer"),
                        problem(settings, MODE, SYNC, "sync|queue", "sync or queue"),
                        problem(settings, PRICE, UNKNOWN, "unknown|\\d{1,12}", "a number of micro-USD, or unknown"),
                        problem(settings, MAX_CANDIDATES, ONE, "[1-9]|10", "1 to 10"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> problem(
            ProviderSettings settings, String key, String byDefault, String pattern, String meaning) {
        String value = value(settings, key, byDefault);
        return value.matches(pattern)
                ? Optional.empty()
                : Optional.of("%s must be %s but is '%s'".formatted(settings.fullKey(key), meaning, value));
    }

    private static Cost price(ProviderSettings settings) {
        String price = value(settings, PRICE, UNKNOWN);
        return price.equals(UNKNOWN) ? Cost.unknown() : Cost.estimated(Long.parseLong(price));
    }

    private static String value(ProviderSettings settings, String key, String byDefault) {
        return settings.find(key).orElse(byDefault).strip();
    }
}
