package dev.pentimento.provider.http;

import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.spi.ProviderSettings;
import java.util.regex.Pattern;

/** A key. It appears in the header that carries it and nowhere else; whatever a vendor answers is masked before it is shown. */
public final class Secret {
    private static final String MASK = "***";

    /**
     * What keys of vendors look like: vendors and proxies quote others than ours, too, such as one that was replaced. OpenAI's begin with {@code sk-},
     * JigsawStack's with {@code sk_} or {@code pk_}, Google's with {@code AIza}; fal's are an id and 32 hex digits.
     */
    private static final Pattern ANY_KEY = Pattern.compile(
            "\\b[sp]k[-_][\\w-]{16,}|\\bAIza[\\w-]{30,}|\\b\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}:\\p{XDigit}{32}\\b");

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * The key that the settings name.
     *
     * @param variable the environment variable from which the key usually comes, for the message
     * @throws InvalidSettings if there is none, or one that no header can carry: a client would quote it in its complaint
     */
    public static Secret in(ProviderSettings settings, String key, String variable) {
        String value = settings.find(key).orElse("").strip();
        if (value.isEmpty()) {
            throw InvalidSettings.noKey("%s is not set; set %s".formatted(settings.fullKey(key), variable));
        }
        if (!value.chars().allMatch(letter -> letter > ' ' && letter < 0x7f)) {
            throw InvalidSettings.noKey("%s holds blanks or characters that no key has; copy it again into %s"
                    .formatted(settings.fullKey(key), variable));
        }
        return new Secret(value);
    }

    /** For the header. */
    public String reveal() {
        return value;
    }

    /** The same text without the key, and without what looks like another one. */
    public String mask(String text) {
        return ANY_KEY.matcher(text.replace(value, MASK)).replaceAll(MASK);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
