package dev.pentimento.application;

import dev.pentimento.ports.in.ListProviders.Role;
import dev.pentimento.ports.spi.CallPolicy;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.ports.spi.Providers;
import dev.pentimento.testkit.Fixtures;
import dev.pentimento.testkit.paid.PaidProviderFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One provider that is really called.
 *
 * @param timeout of a call
 */
record PaidProviders(Provider paid, Duration timeout) implements Providers {

    static PaidProviders at(String url, Duration timeout) {
        Map<String, String> settings = Map.of("url", url, "price-micro-usd", "40000");
        Provider paid = new PaidProviderFactory()
                .create(ProviderSettings.of(PaidProviderFactory.NAME, settings), Fixtures.noResults());
        return new PaidProviders(paid, timeout);
    }

    @Override
    public List<String> serving(Role role) {
        return List.of(PaidProviderFactory.NAME);
    }

    @Override
    public Provider named(String name) {
        return paid;
    }

    @Override
    public Set<String> names() {
        return Set.of(PaidProviderFactory.NAME);
    }

    @Override
    public CallPolicy policy(String name) {
        return new CallPolicy(4, 1000, timeout, false);
    }
}
