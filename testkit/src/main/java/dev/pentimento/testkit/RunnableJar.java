package dev.pentimento.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What goes into the runnable jar, as the pom that makes it says; for tests of a module beside that of the pom. */
public final class RunnableJar {
    private static final Path POM = Path.of("..", "app-cli", "pom.xml");
    private static final String FILTER = "<artifact>%s</artifact>\\s*<includes>(.*?)</includes>";
    private static final Pattern INCLUDE = Pattern.compile("<include>(.*?)</include>");

    private RunnableJar() {}

    /**
     * The names of the class files that go into it: all but what the filter for one artifact leaves out.
     *
     * @param artifact as the filter names it, such as {@code com.example:library}
     * @param folder where all classes of that artifact are, such as {@code com/example/}
     */
    public static Predicate<String> ships(String artifact, String folder) {
        Matcher filter = Pattern.compile(FILTER.formatted(Pattern.quote(artifact)), Pattern.DOTALL)
                .matcher(pom());
        if (!filter.find()) {
            throw new AssertionError("%s has no filter for %s".formatted(POM, artifact));
        }
        List<Pattern> patterns = INCLUDE.matcher(filter.group(1))
                .results()
                .map(include -> asRegex(include.group(1)))
                .toList();
        return name -> !name.startsWith(folder)
                || patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    private static String pom() {
        try {
            return Files.readString(POM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern asRegex(String ant) {
        return Pattern.compile(Stream.of(ant.split("\\*\\*", -1))
                .map(part -> Pattern.quote(part).replace("*", "\\E[^/]*\\Q"))
                .reduce((left, right) -> left + ".*" + right)
                .orElseThrow());
    }
}
