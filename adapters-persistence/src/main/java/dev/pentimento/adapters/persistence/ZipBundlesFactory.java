package dev.pentimento.adapters.persistence;

import dev.pentimento.ports.out.Bundles;
import dev.pentimento.ports.spi.BundlesFactory;
import dev.pentimento.ports.spi.IntakeLimits;
import java.nio.file.Path;
import java.util.EnumSet;

/** Bundles as zip files. */
public final class ZipBundlesFactory implements BundlesFactory {
    @Override
    public String name() {
        return "zip";
    }

    @Override
    public Bundles create(Path home, IntakeLimits limits) {
        BundleLimits bounds = BundleLimits.of(limits, Runtime.getRuntime().maxMemory());
        return new ZipBundles(new Home(home.toAbsolutePath().normalize()), bounds, EnumSet.allOf(BundleRule.class));
    }
}
