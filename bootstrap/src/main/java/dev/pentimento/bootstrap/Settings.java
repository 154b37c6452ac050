package dev.pentimento.bootstrap;

import java.nio.file.Path;
import java.util.List;

/** The effective settings, each with where it came from. Immutable; secrets never appear in {@link #toString()}. */
public final class Settings {
    private Settings() {}

    /** The defaults alone: no file and no environment is looked at. */
    public static Settings defaults() {
        throw new UnsupportedOperationException("not written yet");
    }

    /** The home of the user: command-line flags, environment, .env, pentimento.yml, defaults. */
    public static Settings load(Sources sources) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** A copy in which {@code key} has another value. */
    public Settings with(String key, String value) {
        throw new UnsupportedOperationException("not written yet");
    }

    public Path home() {
        throw new UnsupportedOperationException("not written yet");
    }

    /** Every key in the order of the documentation. */
    public List<Entry> entries() {
        throw new UnsupportedOperationException("not written yet");
    }

    /**
     * One effective setting.
     *
     * @param value for people; secrets are masked
     * @param origin such as {@code default}, {@code environment PENTIMENTO_HOME}, {@code ./pentimento.yml}, {@code --home}
     */
    public record Entry(String key, String value, String origin) {}

    /** Where settings are looked for. */
    public record Sources(
            java.util.Map<String, String> flags, java.util.Map<String, String> environment, Path workingDirectory) {}
}
