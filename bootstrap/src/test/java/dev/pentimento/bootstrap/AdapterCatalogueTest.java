package dev.pentimento.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pentimento.bootstrap.Adapters.NamedCodec;
import dev.pentimento.bootstrap.Adapters.NamedRecords;
import dev.pentimento.bootstrap.Adapters.NamedVault;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.testkit.InMemoryRecords;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdapterCatalogueTest {
    private static final ProviderFactory LOCAL = Adapters.provider("local", "seed");
    private static final ProviderFactory ACME = Adapters.provider("acme", "region");

    @Test
    void factoriesAreFoundByName() {
        AdapterCatalogue catalogue = Adapters.catalogue(LOCAL, ACME);

        assertThat(catalogue.provider("acme")).isSameAs(ACME);
        assertThat(catalogue.providerNames()).containsExactly("acme", "local");
        assertThat(catalogue.providerKeys()).isEqualTo(Map.of("acme", Set.of("region"), "local", Set.of("seed")));
        assertThat(catalogue.records("sqlite").name()).isEqualTo("sqlite");
        assertThat(catalogue.images("files").name()).isEqualTo("files");
        assertThat(catalogue.codec().name()).isEqualTo("plain");
    }

    @Test
    void onlyNamedProvidersAreBuilt() {
        ProviderFactory explosive = Adapters.provider("explosive", settings -> {
            throw new AssertionError("built although nobody named it");
        });

        assertThat(Adapters.catalogue(LOCAL, explosive).provider("local")).isSameAs(LOCAL);
    }

    @Test
    void unknownNamesAreAnsweredWithTheNearestAndAll() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Adapters.catalogue(LOCAL, ACME).provider("acne"))
                .withMessage("No image provider named 'acne'; did you mean 'acme'? Known: acme, local");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Adapters.catalogue(LOCAL).provider("midjourney"))
                .withMessage("No image provider named 'midjourney'. Known: local");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Adapters.catalogue().records("postgresql"))
                .withMessage("No kind of records named 'postgresql'. Known: sqlite");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Adapters.catalogue().images("file"))
                .withMessage("No kind of image vault named 'file'; did you mean 'files'? Known: files");
    }

    @Test
    void providerOfOursWithoutItsJarIsNamedWithTheJar() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Adapters.catalogue().provider("fal"))
                .withMessage(
                        "No image provider named 'fal' on the class path; add the jar pentimento-adapters-fal-gemini. Known: none");
    }

    @Test
    void twoAdaptersMayNotShareAName() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Adapters.catalogue(LOCAL, ACME, Adapters.provider("local")))
                .withMessageStartingWith("Two jars on the class path register the image provider 'local': ");
    }

    @Test
    void thereMustBeExactlyOneCodec() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> withCodecs().codec())
                .withMessage("Exactly one image codec must be on the class path but there is: none");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() ->
                        withCodecs(new NamedCodec("one"), new NamedCodec("two")).codec())
                .withMessage("Exactly one image codec must be on the class path but there is: one, two");
    }

    @Test
    void aSourceIsMissedOnlyWhenItIsAskedFor() {
        AdapterCatalogue without = withCodecs(new NamedCodec("one"));

        assertThat(without.codec().name()).isEqualTo("one");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(without::source)
                .withMessage("Exactly one image source must be on the class path but there is: none");
    }

    @Test
    void jarThatCannotBeLoadedIsTold() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> AdapterCatalogue.of(
                        AdapterCatalogueTest::broken, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()))
                .withMessageContaining("class Gone not found");
    }

    @Test
    void theClassPathIsSearched() {
        assertThat(AdapterCatalogue.onClassPath().providerNames()).contains("registered-in-tests");
    }

    private static AdapterCatalogue withCodecs(NamedCodec... codecs) {
        return AdapterCatalogue.of(
                List.of(LOCAL),
                List.of(new NamedRecords("sqlite", InMemoryRecords::new)),
                List.of(new NamedVault("files")),
                List.of(codecs),
                List.of(),
                List.of(),
                List.of());
    }

    private static Iterator<ProviderFactory> broken() {
        throw new ServiceConfigurationError("class Gone not found");
    }
}
