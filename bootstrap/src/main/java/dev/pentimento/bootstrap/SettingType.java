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

    /** Words in the order written, even where one comes twice. */
    static SettingType<List<String>> words(String description) {
        return new SettingType<>(
                description,
                text -> elements(text).filter(all -> all.stream().allMatch(word -> word.matches("[a-z][a-z_]*"))));
    }

    /** Each of them once. */
    private static Optional<List<String>> list(String text, String pattern) {
        return elements(text)
                .filter(all -> all.stream().allMatch(element -> element.matches(pattern)))
                .filter(all -> all.stream().distinct().count() == all.size());
    }

    private static Optional<List<String>> elements(String text) {
        return Optional.of(
                text.isBlank()
                        ? List.of()
                        : Arrays.stream(text.split(",", -1)).map(String::strip).toList());
    }

    private static Optional<String> matching(String text, String pattern) {
        return Optional.of(text).filter(it -> it.matches(pattern));
    }
}
