package dev.pentimento.application;

import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.out.ImageVault;

/** Sees to it that what is about to be paid can be kept: room for the largest results is set aside for each call under way. */
final class Room {
    /** A result as it comes, and the picture made of it. */
    private static final long PER_IMAGE = 64L << 20;

    private final ImageVault vault;
    private long setAside;

    Room(ImageVault vault) {
        this.vault = vault;
    }

    /** To be given back by {@link #giveBack}. */
    synchronized void setAside(int images) {
        long more = images * PER_IMAGE;
        long room = vault.room();
        if (room - setAside < more) {
            throw new StorageFailure(
                    StorageFailure.Reason.TOO_LITTLE_ROOM,
                    "There are %d MB left on the disk, which may be too little for what the provider delivers; nothing was sent; make room"
                            .formatted(room >> 20),
                    null);
        }
        setAside += more;
    }

    synchronized void giveBack(int images) {
        setAside -= images * PER_IMAGE;
    }
}
