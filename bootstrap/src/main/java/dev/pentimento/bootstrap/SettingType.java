package dev.pentimento.bootstrap;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the text of a setting becomes a value.
 *
 * @param description what may be written, to follow "must be"
 * @param reader the value, or nothing when the text is not one
 */
record SettingType<T>(String description, Function<String, Optional<T>> reader) {

    Optional<T> read(String text) {
        return reader.apply(text.strip());
    }

    static SettingType<String> text() {
        return new SettingType<>("text", text -> Optional.of(text).filter(it -> !it.isBlank()));
    }

    /** Refuses what cannot travel in a header, such as the line break of a careless paste. */
    static SettingType<String> key() {
        return new SettingType<>("a key of visible ASCII characters without spaces", text -> matching(text, "[!-~]+"));
    }

    static SettingType<Boolean> yesOrNo() {
        return new SettingType<>(
                "true or false", text -> matching(text, "true|false").map(Boolean::valueOf));
    }

    static SettingType<String> choice(String... choices) {
        List<String> all = List.of(choices);
        return new SettingType<>(
                "one of " + String.join(", ", all), text -> Optional.of(text).filter(all::contains));
    }

    /** Names in the order of preference, each once; at least one. */
    static SettingType<List<String>> names() {
        return new SettingType<>(
                "a list of different names such as local, openai",
                text -> list(text, "[a-z][a-z0-9-]*").filter(names -> !names.isEmpty()));
    }

    /** A list that may be empty. */
    static SettingType<List<String>> listOf(String description, String pattern) {
        return new SettingType<>(description, text -> list(text, pattern));
    }

    /** Exactly these, in this order. */
    static SettingType<List<String>> exactly(List<String> all) {
        return new SettingType<>(
                "the list " + String.join(", ", all) + ", as each needs what the one before it made",
                text -> list(text, "\\S+").filter(all::equals));
    }

    private static Optional<List<String>> list(String text, String pattern) {
        List<String> elements =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (text.isBlank()) {
            return Optional.of(List.of());
        }
        boolean valid = elements.stream().allMatch(element -> element.matches(pattern));
        return Optional.of(elements)
                .filter(all -> valid && all.stream().distinct().count() == all.size());
    }

    private static Optional<String> matching(String text, String pattern) {
        return Optional.of(text).filter(it -> it.matches(pattern));
    }
}
