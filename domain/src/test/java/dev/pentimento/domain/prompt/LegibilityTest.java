package dev.pentimento.domain.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegibilityTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " \t\n", "\u00a0\u2007", "\u200b\u2060", "\ufeff\u3164\u00ad\ufe0f", "\u0085"})
    void nothingCanBeSeenOfBlanks(String text) {
        assertThat(Legibility.isBlank(text)).isTrue();
        assertThat(Legibility.visible(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u200bfox\u200b", ".", "\ud83e\udd8a\ufe0f"})
    void whateverCanBeSeenStays(String text) {
        assertThat(Legibility.visible(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\u001b[31mred", "a\u007f", "\ud83e", "\udd8a fox", "fox \ufffd"})
    void controlCharactersAndHalvesCannotBeRead(String text) {
        assertThat(Legibility.isReadable(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a fox\r\n\tin the snow", "\ud83e\udd8a", "\u2028", "f\u00fcchse"})
    void plainTextCanBeRead(String text) {
        assertThat(Legibility.isReadable(text)).isTrue();
    }
}
