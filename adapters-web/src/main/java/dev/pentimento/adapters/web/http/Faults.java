package dev.pentimento.adapters.web.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is wrong with a request, by field. A request has room for more mistakes than an answer has, so only the first ones are told, and how many more
 * there are; and of words that it holds, no more than somebody needs to find them.
 */
final class Faults {
    private static final int MOST = 50;
    private static final int MOST_OF_A_FIELD = 10;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_MESSAGE = 400;
    private static final int UNPROCESSABLE = 422;

    private final Map<String, OfField> byField = new LinkedHashMap<>();
    private int told;
    private int untold;

    /** @param name of the field */
    void add(String name, String message) {
        if (told == MOST) {
            untold++;
        } else if (byField.computeIfAbsent(Excerpt.of(name, LONGEST_NAME), key -> new OfField())
                .add(Excerpt.of(message, LONGEST_MESSAGE))) {
            told++;
        }
    }

    boolean isEmpty() {
        return byField.isEmpty();
    }

    boolean concern(String name) {
        return byField.containsKey(Excerpt.of(name, LONGEST_NAME));
    }

    Problem problem() {
        Problem problem = Problem.of(UNPROCESSABLE, "invalid_request", String.join("; ", lines()));
        return in(problem.member("detail", "Request validation error"));
    }

    /** The problem, which tells programs of the fields. */
    Problem in(Problem problem) {
        Map<String, List<String>> messages = new LinkedHashMap<>();
        byField.forEach((name, of) -> messages.put(name, of.messages()));
        return problem.member("field_errors", messages).member("errors", lines());
    }

    private List<String> lines() {
        return Stream.concat(
                        byField.entrySet().stream()
                                .flatMap(field -> field.getValue().messages().stream()
                                        .map(message -> field.getKey() + ": " + message)),
                        more(untold))
                .toList();
    }

    private static Stream<String> more(int count) {
        return count == 0 ? Stream.empty() : Stream.of("and %d more".formatted(count));
    }

    /** Those of one field. */
    private static final class OfField {
        private final List<String> first = new ArrayList<>();
        private int more;

        /** Whether it will be told. */
        boolean add(String message) {
            if (first.size() == MOST_OF_A_FIELD) {
                more++;
                return false;
            }
            return first.add(message);
        }

        List<String> messages() {
            return Stream.concat(first.stream(), more(more)).toList();
        }
    }
}
