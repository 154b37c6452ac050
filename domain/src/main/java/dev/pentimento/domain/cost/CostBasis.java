package dev.pentimento.domain.cost;

/** Where a cost comes from. */
public enum CostBasis {
    /** Worked out before the call from a dated price list. */
    ESTIMATED,
    /** Worked out from the usage the provider reported. */
    REPORTED,
    /** Nobody knows; never to be read as nothing. */
    UNKNOWN
}
