package dev.pentimento.adapters.persistence;

import dev.pentimento.ports.out.ImageVault;
import java.nio.file.Path;
import java.time.InstantSource;

/** The usual vault, which tells of the moments around the one in which a file gets its name. */
public final class WatchedVault {
    private WatchedVault() {}

    public static ImageVault open(Path home, Runnable beforeMove, Runnable afterMove) {
        return FileImageVault.open(Home.open(home), InstantSource.system(), (draft, place) -> {
            beforeMove.run();
            Incoming.AT_ONCE.accept(draft, place);
            afterMove.run();
        });
    }
}
