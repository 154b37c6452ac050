package dev.pentimento.testkit.wire;

import dev.pentimento.domain.cost.Usage;

/**
 * What a vendor says about a request beside its result.
 *
 * @param usage what it counted; unknown = it does not say
 * @param requestId under which it finds the request; empty = it does not say
 */
public record Account(Usage usage, String requestId) {
    /** Not a word. */
    public static final Account NONE = new Account(Usage.UNKNOWN, "");
}
