package dev.pentimento.application;

import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.failure.StorageFailure;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;

/** What a job or a run keeps of a failure. Those may read it who know nothing of this machine, so it names no place on it, and nothing of our code. */
final class Said {
    static final String OUR_MISTAKE = "This is a mistake of ours; the log says which";

    private static final String TOO_LITTLE_MEMORY =
            "The images need more memory than there is; use smaller ones or a larger heap (-Xmx)";

    private Said() {}

    static String of(Throwable failure) {
        if (failure instanceof StorageFailure storage) {
            return of(storage);
        }
        if (failure instanceof OutOfMemoryError) {
            return TOO_LITTLE_MEMORY;
        }
        return isMistake(failure) ? OUR_MISTAKE : message(failure);
    }

    /** What is not said of it, for whoever sees to this machine; with a trace only where somebody has to look at our code. */
    static void logTheRest(Logger log, String what, Throwable failure) {
        if (isMistake(failure)) {
            log.error("{} met a mistake of ours", what, failure);
        } else if (!of(failure).equals(failure.getMessage())) {
            log.error("{} failed: {}", what, causes(failure));
        }
    }

    /** What else is thrown may name anything. */
    private static boolean isMistake(Throwable failure) {
        return !(failure instanceof PentimentoException
                || failure instanceof OutOfMemoryError
                || failure instanceof EarlierFailure
                || failure instanceof Postponed
                || failure instanceof LetGo
                || failure instanceof Halt.Halted);
    }

    private static String causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Said::message)
                .distinct()
                .collect(Collectors.joining(" <- "));
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
