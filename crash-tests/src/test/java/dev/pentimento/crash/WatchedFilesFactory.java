package dev.pentimento.crash;

import dev.pentimento.adapters.persistence.WatchedVault;
import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.ports.spi.ImageVaultFactory;
import java.lang.reflect.Proxy;
import java.nio.file.Path;

/** The usual vault, with points at which the process may end. */
public final class WatchedFilesFactory implements ImageVaultFactory {
    static final String NAME = "watched-files";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ImageVault open(Path home) {
        ImageVault vault = WatchedVault.open(
                home,
                () -> Faults.reach(CommitPoint.BEFORE_FILE_MOVED),
                () -> Faults.reach(CommitPoint.AFTER_FILE_MOVED));
        return (ImageVault) Proxy.newProxyInstance(
                WatchedFilesFactory.class.getClassLoader(),
                new Class<?>[] {ImageVault.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("room") && Faults.forget(Faults.Protection.ROOM)) {
                        return Long.MAX_VALUE;
                    }
                    Object result = WatchedRecords.call(vault, method, arguments);
                    if (method.getName().equals("store")) {
                        Faults.reach(CommitPoint.IMAGE_STORED);
                    }
                    return result;
                });
    }
}
