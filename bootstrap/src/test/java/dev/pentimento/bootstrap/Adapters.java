package dev.pentimento.bootstrap;

import dev.pentimento.domain.history.Bundle;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.provenance.FileClaims;
import dev.pentimento.domain.provenance.Provenance;
import dev.pentimento.ports.out.Bundles;
import dev.pentimento.ports.out.ConceptFolders;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.Records;
import dev.pentimento.ports.spi.BundlesFactory;
import dev.pentimento.ports.spi.ConceptFoldersFactory;
import dev.pentimento.ports.spi.FetchLimits;
import dev.pentimento.ports.spi.ImageCodecFactory;
import dev.pentimento.ports.spi.ImageSourceFactory;
import dev.pentimento.ports.spi.ImageVaultFactory;
import dev.pentimento.ports.spi.IntakeLimits;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.ports.spi.RecordsFactory;
import dev.pentimento.testkit.Fixtures;
import dev.pentimento.testkit.InMemoryConceptFolders;
import dev.pentimento.testkit.InMemoryImageVault;
import dev.pentimento.testkit.InMemoryRecords;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Adapters as jars would register them. */
final class Adapters {
    private Adapters() {}

    /** The given providers beside the usual records, vault and codec. */
    static AdapterCatalogue catalogue(ProviderFactory... providers) {
        return catalogue(InMemoryRecords::new, providers);
    }

    static AdapterCatalogue catalogue(Supplier<Records> records, ProviderFactory... providers) {
        return AdapterCatalogue.of(
                List.of(providers),
                List.of(new NamedRecords("sqlite", records)),
                List.of(new NamedVault("files")),
                List.of(new NamedCodec("plain")),
                List.of(new NamedSource("web")),
                List.of(new NamedBundles("zip")),
                List.of(new NamedFolders("files")));
    }

    /** Offers no role. */
    static ProviderFactory provider(String name, String... settingKeys) {
        return provider(name, settings -> () -> "A provider for tests", settingKeys);
    }

    static ProviderFactory provider(String name, Function<ProviderSettings, Provider> maker, String... settingKeys) {
        return new NamedProvider(name, Set.of(settingKeys), maker);
    }

    record NamedProvider(String name, Set<String> settingKeys, Function<ProviderSettings, Provider> maker)
            implements ProviderFactory {
        @Override
        public Provider create(ProviderSettings settings, ImageSource results) {
            return maker.apply(settings);
        }
    }

    record NamedRecords(String name, Supplier<Records> maker) implements RecordsFactory {
        @Override
        public Records open(Path home) {
            return maker.get();
        }

        @Override
        public JobDispatcher dispatcher(Records records) {
            return new InProcessJobDispatcher();
        }
    }

    record NamedVault(String name) implements ImageVaultFactory {
        @Override
        public ImageVault open(Path home) {
            return new InMemoryImageVault();
        }
    }

    record NamedSource(String name) implements ImageSourceFactory {
        @Override
        public ImageSource create(FetchLimits limits) {
            return (url, context) -> new ImageFile("fetched.png", new byte[] {1});
        }
    }

    record NamedCodec(String name) implements ImageCodecFactory {
        @Override
        public ImageCodec create(IntakeLimits limits) {
            return new RememberingCodec();
        }
    }

    record NamedBundles(String name) implements BundlesFactory {
        @Override
        public Bundles create(Path home, IntakeLimits limits) {
            return new NoBundles();
        }
    }

    record NamedFolders(String name) implements ConceptFoldersFactory {
        @Override
        public ConceptFolders create(Path home) {
            return new InMemoryConceptFolders();
        }
    }

    /** Wanted by nobody here. */
    private static final class NoBundles implements Bundles {
        @Override
        public Written write(Bundle bundle, Path file, Supply images) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OpenBundle open(Path file, UserId owner) {
            throw new UnsupportedOperationException();
        }
    }

    /** Decodes to whatever it encoded last. */
    private static final class RememberingCodec implements ImageCodec {
        private final Deque<Raster> encoded = new ArrayDeque<>();

        @Override
        public DecodedImage decode(byte[] file) {
            return new DecodedImage(EncodedImage.of(file), encoded.getLast(), FileClaims.NONE);
        }

        @Override
        public boolean takes(ImageSize size) {
            return true;
        }

        @Override
        public FileClaims claims(EncodedImage file) {
            return FileClaims.NONE;
        }

        @Override
        public EncodedImage bare(EncodedImage file) {
            return file;
        }

        @Override
        public EncodedImage annotate(EncodedImage file, Provenance provenance) {
            return file;
        }

        @Override
        public EncodedImage encode(Raster raster, MediaType type) {
            encoded.add(raster);
            return Fixtures.anEncodedImage();
        }
    }
}
