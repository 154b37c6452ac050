package dev.pentimento.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.testkit.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What servers of this JVM tell whoever runs them. */
public final class ServerLog {
    private static final Path FILE = Path.of(System.getProperty("org.slf4j.simpleLogger.logFile", "target/server.log"));

    private ServerLog() {}

    public static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line with these words, which may be written a moment after an answer. */
    public static String line(String words) {
        Patience.await(() -> text().contains(words));
        return text().lines().filter(line -> line.contains(words)).findFirst().orElseThrow();
    }

    /** All from these words on, which have been written already. */
    public static String from(String words) {
        String all = text();
        assertThat(all).contains(words);
        return all.substring(all.indexOf(words));
    }
}
