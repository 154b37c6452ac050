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
    private static final String SHOWS = "The picture shows:";
    private static final String SUBJECT = "Main subject: ";
    private static final Pattern SUBJECTS = Pattern.compile(SUBJECT + "([^.\\n]*)\\.\\s*");
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
                shown(rest),
                tunings.isEmpty() ? Tuning.NONE : tunings.get(tunings.size() - 1),
                List.copyOf(colors),
                rest.contains(SHOWS));
    }

    private static String shown(String rest) {
        return rest.replaceAll(SHOWS + "\\s*", "").strip().replaceAll("\\n\\s*\\n", "\n");
    }

    /** What a prompt asks to be seen, and nothing of how it is brought about: what was only put first comes last. */
    static String asked(String prompt) {
        Orders orders = of(prompt);
        String text = orders.divided ? orders.shown : prompt;
        List<String> subjects = new ArrayList<>();
        String rest = take(SUBJECTS, text, match -> subjects.add(match.group(1) + "."));
        return (rest + " " + String.join(" ", subjects)).strip();
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

    private Orders showing(String other) {
        return new Orders(other, tuning, colors, divided);
    }

    /** Showing one thing before all others. */
    Orders leading(String subject) {
        return showing(SUBJECT + subject + ". " + SUBJECTS.matcher(shown).replaceAll(""));
    }

    boolean leads(String subject) {
        return shown.contains(SUBJECT + subject + ".");
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
        lines.add(SHOWS + " " + shown);
        return String.join("\n", lines);
    }
}
