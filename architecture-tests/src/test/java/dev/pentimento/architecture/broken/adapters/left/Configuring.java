package dev.pentimento.architecture.broken.adapters.left;

/** Breaks 14: reads the environment by a back door. */
final class Configuring {
    boolean isVerbose() {
        return Boolean.getBoolean("verbose");
    }
}
