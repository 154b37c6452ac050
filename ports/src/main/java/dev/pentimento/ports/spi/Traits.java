package dev.pentimento.ports.spi;

import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.ports.out.MaskForm;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the texts of the model catalogue as what they mean. */
final class Traits {
    private static final String CANVAS = "canvas";
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

    private Traits() {}

    static BigDecimal number(String name, String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw wrong(name, "a number", text);
        }
    }

    static boolean truth(String name, String text) {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, "true or false", text);
        };
    }

    /** In their order. */
    static Set<String> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static MaskForm mask(String name, String text) {
        return Arrays.stream(MaskForm.values())
                .filter(form -> label(form).equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        "one of "
                                + Arrays.stream(MaskForm.values())
                                        .map(Traits::label)
                                        .collect(Collectors.joining(", ")),
                        text));
    }

    static Optional<Canvas> canvas(Map<String, String> traits) {
        String text = traits.get(CANVAS);
        if (text != null) {
            return Optional.of(text.strip().equals("any") ? new Canvas.Any() : new Canvas.Listed(sizes(text)));
        }
        return traits.containsKey(CANVAS + ".max-side") ? Optional.of(grid(traits)) : Optional.empty();
    }

    private static List<ImageSize> sizes(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Traits::size)
                .toList();
    }

    private static ImageSize size(String text) {
        Matcher sides = SIZE.matcher(text);
        if (!sides.matches()) {
            throw wrong(CANVAS, "any, or sizes such as 1024x1024", text);
        }
        return new ImageSize(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)));
    }

    private static Canvas grid(Map<String, String> traits) {
        long longest = limit(traits, "max-side", 0);
        return new Canvas.Grid(
                (int) limit(traits, "step", 1),
                (int) limit(traits, "min-side", 1),
                (int) longest,
                limit(traits, "min-pixels", 1),
                limit(traits, "max-pixels", longest * longest),
                Optional.ofNullable(traits.get(CANVAS + ".max-ratio"))
                        .map(text -> number(CANVAS + ".max-ratio", text).doubleValue())
                        .orElse((double) longest));
    }

    private static long limit(Map<String, String> traits, String name, long otherwise) {
        String key = CANVAS + "." + name;
        return Optional.ofNullable(traits.get(key))
                .map(text -> number(key, text).longValueExact())
                .orElse(otherwise);
    }

    private static String label(MaskForm form) {
        return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static IllegalArgumentException wrong(String name, String must, String text) {
        return new IllegalArgumentException("%s must be %s but was '%s'".formatted(name, must, text));
    }
}
