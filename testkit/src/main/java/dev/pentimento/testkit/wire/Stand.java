package dev.pentimento.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.testkit.Fixtures;
import java.time.Duration;
import java.util.List;

/** A provider, the stand-in for its vendor, and the line between them. */
final class Stand {
    private final ProviderScript vendor;
    private final Line line;
    private final Provider provider;
    private final Overheard overheard = new Overheard();

    Stand(ProviderScript vendor) {
        this.vendor = vendor;
        this.line = new Line(vendor.address());
        this.provider = provider(vendor.models());
    }

    ProviderScript vendor() {
        return vendor;
    }

    Line line() {
        return line;
    }

    Provider provider() {
        return provider;
    }

    /** Another one of the same vendor, whose catalogue says something else. */
    Provider provider(List<ModelFacts> models) {
        ProviderSettings settings = ProviderSettings.of(
                vendor.factory().name(), vendor.settings(line.address(), WireContract.KEY), models, () -> Fixtures.NOW);
        return vendor.factory().create(settings, new Results()::fetch);
    }

    /** With a look at what is left behind. */
    void close(Duration patience) {
        try (vendor;
                line;
                overheard;
                provider) {
            assertThat(line.openAfter(patience)).as("connections left open").isZero();
            assertThat(overheard.text()).as("what was logged").doesNotContain(WireContract.KEY);
        }
    }
}
