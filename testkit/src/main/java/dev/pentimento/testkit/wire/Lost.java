package dev.pentimento.testkit.wire;

/** How an answer to an order that was read gets lost. */
public enum Lost {
    /** The connection ends in good order, before the answer. */
    DROPPED,
    /** The connection is reset, before the answer. */
    RESET,
    /** The answer begins and does not end. */
    BROKEN_OFF
}
