package dev.pentimento.ports.out;

/**
 * A part of a list.
 *
 * @param offset how many are left out at its beginning, from 0
 * @param limit how many come at most, from 1
 */
public record Page(int offset, int limit) {
    public Page {
        if (offset < 0 || limit < 1) {
            throw new IllegalArgumentException(
                    "A page begins at 0 or later and has room for at least 1 but was to have %d from %d on"
                            .formatted(limit, offset));
        }
    }
}
