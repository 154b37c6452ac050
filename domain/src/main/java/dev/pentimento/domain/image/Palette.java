package dev.pentimento.domain.image;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Colours that belong together.
 *
 * @param colors at least two, as {@code #rrggbb}
 */
public record Palette(String name, String description, List<String> colors) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    public Palette {
        colors = colors.stream().map(color -> color.toLowerCase(Locale.ROOT)).toList();
        if (colors.size() < 2) {
            throw new IllegalArgumentException(
                    "Palette '%s' needs at least 2 colours but has %s".formatted(name, colors));
        }
        for (String color : colors) {
            if (!HEX.matcher(color).matches()) {
                throw new IllegalArgumentException(
                        "Palette '%s' holds '%s', which is not a colour such as #1a2b3c".formatted(name, color));
            }
        }
    }
}
