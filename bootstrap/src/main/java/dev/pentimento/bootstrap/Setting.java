package dev.pentimento.bootstrap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of settings.
 *
 * @param key as in {@code pentimento.yml}, levels joined by dots
 * @param defaultText as it would be written; null when the setting is off, or absent, until somebody sets it
 * @param vendorVariables environment variables besides {@link #environmentName()}, strongest first
 * @param meaning one line for the reference
 */
record Setting<T>(
        String key,
        SettingType<T> type,
        @Nullable String defaultText,
        boolean secret,
        List<String> vendorVariables,
        String meaning) {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)*");

    Setting {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("A key is lower-case words joined by dots but was '" + key + "'");
        }
        if (defaultText != null && type.read(defaultText).isEmpty()) {
            throw new IllegalArgumentException(
                    "The default of %s must be %s but was '%s'".formatted(key, type.description(), defaultText));
        }
    }

    static <T> Setting<T> setting(String key, SettingType<T> type, String defaultText, String meaning) {
        return new Setting<>(key, type, defaultText, false, List.of(), meaning);
    }

    static <T> Setting<T> unset(String key, SettingType<T> type, String meaning) {
        return new Setting<>(key, type, null, false, List.of(), meaning);
    }

    static Setting<String> secret(String key, String meaning) {
        return new Setting<>(key, SettingType.key(), null, true, List.of(), meaning);
    }

    Setting<T> alsoFrom(String... variables) {
        return new Setting<>(key, type, defaultText, secret, List.of(variables), meaning);
    }

    String environmentName() {
        return "PENTIMENTO_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** What is wrong with the text as a value of this setting. */
    Optional<String> problem(String text) {
        return type.read(text).isPresent()
                ? Optional.empty()
                : Optional.of("%s must be %s%s".formatted(key, type.description(), but(text)));
    }

    private String but(String text) {
        return secret ? "" : " but was '" + withoutPassword(text) + "'";
    }

    private static String withoutPassword(String text) {
        return text.replaceAll("//[^/@\\s]*@", "//****@");
    }
}
