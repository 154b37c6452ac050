package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.ports.out.ImageCritic.Preference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer to {@link Form#PREFERENCE}, as it is written. */
record PreferenceAnswer(@Nullable String reason, Preference.@Nullable Better better) {

    /** @throws IllegalArgumentException if it does not say which */
    Preference preference() {
        if (better == null) {
            throw new IllegalArgumentException("the answer does not say which picture is better");
        }
        return new Preference(better, Objects.requireNonNullElse(reason, ""));
    }
}
