package dev.pentimento.bootstrap;

import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.spi.BundlesFactory;
import dev.pentimento.ports.spi.ConceptFoldersFactory;
import dev.pentimento.ports.spi.ImageCodecFactory;
import dev.pentimento.ports.spi.ImageSourceFactory;
import dev.pentimento.ports.spi.ImageVaultFactory;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.RecordsFactory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The adapters on the class path, by name.
 *
 * <p>Holds factories only: an adapter that nothing names is never built. Two adapters of one kind may not share a name.
 */
final class AdapterCatalogue {
    static final String KIND_OF_RECORDS = "kind of records";
    static final String KIND_OF_IMAGES = "kind of image vault";

    private final NamedFactories<ProviderFactory> providers;
    private final NamedFactories<RecordsFactory> records;
    private final NamedFactories<ImageVaultFactory> images;
    private final NamedFactories<ImageCodecFactory> codecs;
    private final NamedFactories<ImageSourceFactory> sources;
    private final NamedFactories<BundlesFactory> bundles;
    private final NamedFactories<ConceptFoldersFactory> folders;

    private AdapterCatalogue(
            NamedFactories<ProviderFactory> providers,
            NamedFactories<RecordsFactory> records,
            NamedFactories<ImageVaultFactory> images,
            NamedFactories<ImageCodecFactory> codecs,
            NamedFactories<ImageSourceFactory> sources,
            NamedFactories<BundlesFactory> bundles,
            NamedFactories<ConceptFoldersFactory> folders) {
        this.providers = providers;
        this.records = records;
        this.images = images;
        this.codecs = codecs;
        this.sources = sources;
        this.bundles = bundles;
        this.folders = folders;
    }

    /**
     * Looks at every jar there is.
     *
     * @throws InvalidSettings if a jar registers what cannot be loaded, or a name that another one has
     */
    static AdapterCatalogue onClassPath() {
        return of(
                ServiceLoader.load(ProviderFactory.class),
                ServiceLoader.load(RecordsFactory.class),
                ServiceLoader.load(ImageVaultFactory.class),
                ServiceLoader.load(ImageCodecFactory.class),
                ServiceLoader.load(ImageSourceFactory.class),
                ServiceLoader.load(BundlesFactory.class),
                ServiceLoader.load(ConceptFoldersFactory.class));
    }

    static AdapterCatalogue of(
            Iterable<ProviderFactory> providers,
            Iterable<RecordsFactory> records,
            Iterable<ImageVaultFactory> images,
            Iterable<ImageCodecFactory> codecs,
            Iterable<ImageSourceFactory> sources,
            Iterable<BundlesFactory> bundles,
            Iterable<ConceptFoldersFactory> folders) {
        return new AdapterCatalogue(
                new NamedFactories<>("image provider", providers, ProviderFactory::name),
                new NamedFactories<>(KIND_OF_RECORDS, records, RecordsFactory::name),
                new NamedFactories<>(KIND_OF_IMAGES, images, ImageVaultFactory::name),
                new NamedFactories<>("image codec", codecs, ImageCodecFactory::name),
                new NamedFactories<>("image source", sources, ImageSourceFactory::name),
                new NamedFactories<>("format of bundles", bundles, BundlesFactory::name),
                new NamedFactories<>("kind of concept folders", folders, ConceptFoldersFactory::name));
    }

    ProviderFactory provider(String name) {
        return providers
                .find(name)
                .orElseThrow(() -> new InvalidSettings(List.of(KnownProviders.missing(name, providerNames()))));
    }

    SortedSet<String> providerNames() {
        return providers.names();
    }

    /** For each provider the keys it understands below {@code providers.<name>}. */
    Map<String, Set<String>> providerKeys() {
        Map<String, Set<String>> keys = new TreeMap<>();
        providerNames().forEach(name -> keys.put(name, provider(name).settingKeys()));
        return Collections.unmodifiableMap(keys);
    }

    RecordsFactory records(String name) {
        return records.get(name);
    }

    SortedSet<String> recordsNames() {
        return records.names();
    }

    ImageVaultFactory images(String name) {
        return images.get(name);
    }

    SortedSet<String> imagesNames() {
        return images.names();
    }

    ImageCodecFactory codec() {
        return codecs.only();
    }

    ImageSourceFactory source() {
        return sources.only();
    }

    BundlesFactory bundles() {
        return bundles.only();
    }

    ConceptFoldersFactory folders() {
        return folders.only();
    }
}
