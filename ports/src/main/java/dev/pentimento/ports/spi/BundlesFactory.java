package dev.pentimento.ports.spi;

import dev.pentimento.ports.out.Bundles;
import java.nio.file.Path;

/** Registers the format of bundles; exactly one is expected on the class path. */
public interface BundlesFactory {

    String name();

    /**
     * @param home among whose images no bundle may be written
     * @param limits of images that may come in
     */
    Bundles create(Path home, IntakeLimits limits);
}
