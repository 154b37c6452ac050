package dev.pentimento.architecture.broken.adapters.left;

/** Breaks 14: reads the environment. */
final class Snooping {
    String key() {
        return System.getenv("API_KEY") + System.getProperty("user.name");
    }
}
