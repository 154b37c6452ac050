package dev.pentimento.application;

import dev.pentimento.ports.failure.StorageFailure;

/** What a job or a run keeps of a failure. Those may read it who know nothing of this machine, so it names no place on it. */
final class Said {
    static final String OUR_MISTAKE = "This is a mistake of ours; the log says which";

    private Said() {}

    static String of(Throwable failure) {
        return failure instanceof StorageFailure storage ? of(storage) : message(failure);
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    private static String of(StorageFailure failure) {
        return switch (failure.reason()) {
            case TOO_LITTLE_ROOM -> message(failure);
            case IMAGE_MISSING -> "An image is missing or damaged; see which: pentimento verify";
            case DISK_FULL -> "The disk of the home is full; make room";
            case BUSY -> "The records are in use by another process; try again when it has finished";
            case DAMAGED -> "The records are damaged; see how: pentimento verify";
            case NEWER_SCHEMA -> "The records are those of a newer Pentimento; upgrade this one";
            case NOT_READABLE, NOT_WRITABLE -> "The home cannot be read or written; see to its permissions";
        };
    }
}
