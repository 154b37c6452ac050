package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.testkit.Fixtures;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class LocalProviderFactoryTest {
    private final LocalProviderFactory factory = new LocalProviderFactory();

    @Test
    void isFoundUnderItsName() {
        assertThat(ServiceLoader.load(ProviderFactory.class))
                .filteredOn(found -> found instanceof LocalProviderFactory)
                .extracting(ProviderFactory::name)
                .containsExactly("local");
    }

    @Test
    void playsEveryRoleWithoutSettings() {
        try (Provider provider = factory.create(ProviderSettings.of("local", Map.of()), Fixtures.noResults())) {
            assertThat(provider.editor()).isPresent();
            assertThat(provider.generator()).isPresent();
            assertThat(provider.critic()).isPresent();
            assertThat(provider.writer()).isPresent();
        }
    }

    @Test
    void saysBeforehandThatItHasNoOtherModel() {
        try (Provider provider = factory.create(ProviderSettings.of("local", Map.of()), Fixtures.noResults())) {
            assertThatThrownBy(() -> provider.editor().orElseThrow().capabilities("one"))
                    .isInstanceOf(ProviderFailure.InvalidRequest.class);
            assertThatThrownBy(() -> provider.generator().orElseThrow().maxVariants("one"))
                    .isInstanceOf(ProviderFailure.InvalidRequest.class)
                    .hasMessageContaining("no model 'one'");
        }
    }

    @Test
    void saysWhichSeedCannotBeUsed() {
        assertThatThrownBy(() ->
                        factory.create(ProviderSettings.of("local", Map.of("seed", "often")), Fixtures.noResults()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("providers.local.seed must be a whole number but is 'often'");
    }
}
