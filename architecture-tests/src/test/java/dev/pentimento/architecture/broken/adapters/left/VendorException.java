package dev.pentimento.architecture.broken.adapters.left;

/** Breaks 20: an adapter invents a failure. */
final class VendorException extends RuntimeException {
    VendorException(String message) {
        super(message);
    }
}
