package dev.pentimento.adapters.local;

/**
 * What can be done so that a picture has more of something.
 *
 * @param direction 1 = the lever is turned up, -1 = down
 */
record Remedy(Lever lever, int direction) {

    Remedy reversed() {
        return new Remedy(lever, -direction);
    }

    boolean isPossible() {
        return lever.turns(direction);
    }

    /** As an order. */
    String words() {
        return lever.operation(direction).label();
    }
}
