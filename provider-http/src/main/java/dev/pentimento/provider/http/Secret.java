package dev.pentimento.provider.http;

import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.spi.ProviderSettings;

/** A key. It appears in the header that carries it and nowhere else; whatever a vendor answers is masked before it is shown. */
public final class Secret {
    private static final String MASK = "***";

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

    /** The same text without the key. */
    public String mask(String text) {
        return text.replace(value, MASK);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
