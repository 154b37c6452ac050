package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt that orders what is to be changed and says what the picture shows, so that whoever has the picture can edit it, and whoever has not can make
 * it, such as {@code Make it darker. Colours: red, navy. The picture shows: a fox at night}, each on a line of its own.
 *
 * @param shown what the picture shows
 * @param tuning how the picture is turned
 * @param colors the most important first; empty = none is named
 * @param divided whether the prompt says where the orders end and what is shown begins
 */
record Orders(String shown, Tuning tuning, List<ColorName> colors, boolean divided) {
    private static final String SHOWS = "The picture shows: ";
    private static final Pattern COLORS = Pattern.compile("(?im)^colou?rs:\\s*([\\p{L}, ]+)\\.?$");
    private static final Pattern MAKE_IT = Pattern.compile("(?m)^Make it [^.\\n]+\\.$");

    Orders {
        colors = List.copyOf(colors);
    }

    static Orders of(String prompt) {
        Set<ColorName> colors = new LinkedHashSet<>();
        String uncolored = take(COLORS, prompt, match -> colors.addAll(Question.colorsIn(match.group(1))));
        List<Tuning> tunings = new ArrayList<>();
        String rest = take(
                MAKE_IT,
                uncolored,
                match -> Tuning.of(match.group()).map(tunings::add).orElse(false));
        return new Orders(
                rest.replace(SHOWS, "").strip(),
                tunings.isEmpty() ? Tuning.NONE : tunings.get(tunings.size() - 1),
                List.copyOf(colors),
                rest.contains(SHOWS));
    }

    private static String take(Pattern pattern, String text, Predicate<MatchResult> understood) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (matcher.find()) {
            boolean taken = understood.test(matcher.toMatchResult());
            matcher.appendReplacement(rest, taken ? "" : Matcher.quoteReplacement(matcher.group()));
        }
        return matcher.appendTail(rest).toString();
    }

    Orders with(Tuning other) {
        return new Orders(shown, other, colors, divided);
    }

    Orders with(List<ColorName> other) {
        return new Orders(shown, tuning, other, divided);
    }

    Orders showing(String other) {
        return new Orders(other, tuning, colors, divided);
    }

    boolean isEmpty() {
        return tuning.isEmpty() && colors.isEmpty();
    }

    /** All of it as one prompt again. */
    String prompt() {
        if (isEmpty()) {
            return shown;
        }
        List<String> lines = new ArrayList<>();
        if (!tuning.isEmpty()) {
            lines.add(tuning.sentence());
        }
        if (!colors.isEmpty()) {
            lines.add("Colours: "
                    + String.join(", ", colors.stream().map(ColorName::label).toList()) + ".");
        }
        lines.add(SHOWS + shown);
        return String.join("\n", lines);
    }
}
