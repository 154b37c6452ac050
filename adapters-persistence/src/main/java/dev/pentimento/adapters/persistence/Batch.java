package dev.pentimento.adapters.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Many rows in one statement. */
final class Batch {
    /** Follows every character of an id, and so ends the range of ids with a common beginning. */
    static final String AFTER_EVERY_DIGIT = "g";

    private Batch() {}

    /** The first of {@code parts} whose row was not written, because its id is taken. */
    static <T> Optional<T> refused(List<T> parts, int[] rowsWritten) {
        for (int i = 0; i < rowsWritten.length; i++) {
            if (rowsWritten[i] == 0) {
                return Optional.of(parts.get(i));
            }
        }
        return Optional.empty();
    }

    /** Ids as a JSON list, which SQLite takes apart by {@code json_each}; a statement takes only so many variables. */
    static String ids(Collection<?> ids) {
        return ids.stream().map(id -> '"' + id.toString() + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
