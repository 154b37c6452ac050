package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.OkLab;
import dev.pentimento.domain.image.Palette;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** All themes the engine knows; read once from {@code palettes.txt}. */
final class Themes {
    private static final String FILE = "palettes.txt";
    private static final List<Theme> ALL = read();

    private Themes() {}

    static List<Theme> all() {
        return ALL;
    }

    /** The themes that some of the words call for, in the order of the words. */
    static List<Theme> calledBy(List<String> words) {
        return words.stream()
                .flatMap(word -> ALL.stream().filter(theme -> theme.isCalledBy(word)))
                .distinct()
                .toList();
    }

    static boolean knows(String word) {
        return ALL.stream().anyMatch(theme -> theme.isCalledBy(word));
    }

    static boolean isName(String word) {
        return ALL.stream().anyMatch(theme -> theme.name().equals(word));
    }

    static Theme named(String name) {
        return ALL.stream()
                .filter(theme -> theme.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s holds no theme '%s'".formatted(FILE, name)));
    }

    private static List<Theme> read() {
        List<Theme> themes = new ArrayList<>();
        List<Palette> palettes = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("=")) {
                palettes = new ArrayList<>();
                themes.add(theme(line.substring(1), palettes));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                palettes.add(palette(line));
            }
        }
        return List.copyOf(themes);
    }

    private static Theme theme(String line, List<Palette> palettes) {
        String[] parts = line.split(":", -1);
        return new Theme(parts[0].strip(), Set.copyOf(items(parts[1])), items(parts[2]), palettes);
    }

    private static List<String> items(String list) {
        return List.of(list.strip().split(",\\s*", -1));
    }

    /** Its colours go from dark to light. */
    private static Palette palette(String line) {
        String[] parts = line.split("\\|", -1);
        List<String> colors = List.of(parts[2].strip().split(" ", -1)).stream()
                .sorted(Comparator.comparingDouble(Themes::lightness))
                .toList();
        return new Palette(parts[0].strip(), parts[1].strip(), colors);
    }

    private static float lightness(String color) {
        return OkLab.ofArgb(Integer.parseInt(color.substring(1), 16)).lightness();
    }

    private static List<String> lines() {
        try (InputStream bytes = Themes.class.getResourceAsStream(FILE)) {
            if (bytes == null) {
                throw new IllegalStateException("The engine's jar lacks " + FILE);
            }
            return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The engine's " + FILE + " cannot be read", e);
        }
    }
}
