package dev.pentimento.architecture.broken.adapters.wired;

import dev.pentimento.architecture.broken.provider.http.Plain;

/** Breaks nothing: uses what providers share. */
final class Thrifty {
    Plain shared() {
        return new Plain();
    }
}
