package dev.pentimento.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.spi.ProviderSettings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    private static final Secret KEY = secret("sk-very-secret");

    @Test
    void isNotPrinted() {
        assertThat(KEY).hasToString("***");
        assertThat(KEY.reveal()).isEqualTo("sk-very-secret");
    }

    @Test
    void missingKeyNamesSettingAndVariable() {
        InvalidSettings failure = catchThrowableOfType(
                InvalidSettings.class, () -> Secret.in(ProviderSettings.of("acme", Map.of()), "api-key", "ACME_KEY"));

        assertThat(failure).hasMessage("providers.acme.api-key is not set; set ACME_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-very secret", "sk-very\nsecret", "sk-v\u00e9ry"})
    void keyThatNoHeaderCanCarryIsRefusedWithoutBeingShown(String key) {
        InvalidSettings failure = catchThrowableOfType(InvalidSettings.class, () -> secret(key));

        assertThat(failure).hasMessageContaining("providers.acme.api-key").hasMessageContaining("ACME_KEY");
        assertThat(failure.getMessage()).doesNotContain("sk-v");
    }

    /** Made up, in the forms of vendors. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-proj-abcdefghijklmnopqrstuvwxyz0123",
                "sk_0123456789abcdef0123456789abcdef",
                "AIzaSyA0123456789abcdefghijklmnopqrstu",
                "01234567-89ab-cdef-0123-456789abcdef:0123456789abcdef0123456789abcdef"
            })
    void keysOfOthersAreMaskedToo(String key) {
        assertThat(KEY.mask("Incorrect key " + key + ", sk-very-secret.")).isEqualTo("Incorrect key ***, ***.");
    }

    @Test
    void whatIsNoKeyStays() {
        assertThat(KEY.mask("The task-force of job 01234567-89ab-cdef-0123-456789abcdef took the risk-free sk-8"))
                .isEqualTo("The task-force of job 01234567-89ab-cdef-0123-456789abcdef took the risk-free sk-8");
    }

    @Test
    void excerptIsOneShortLine() {
        assertThat(Excerpt.of("  no\r\n\u001b[31m \u202e such\tmodel \u0000", KEY))
                .isEqualTo("no [31m such model");
        assertThat(Excerpt.of("x".repeat(1000), KEY))
                .hasSize(Excerpt.MAX_LENGTH)
                .endsWith("x...");
    }

    @Test
    void excerptCutsNoCharacterInTwo() {
        assertThat(Excerpt.of("\ud83e\udd8a".repeat(500), KEY).replace("\ud83e\udd8a", ""))
                .isEqualTo("...");
    }

    @Test
    void excerptHoldsNoPartOfAKeyThatStandsWhereItIsCut() {
        String text = "x".repeat(Excerpt.MAX_LENGTH - 9) + "sk-very-secret";

        assertThat(Excerpt.of(text.getBytes(StandardCharsets.UTF_8), KEY)).doesNotContain("sk-");
    }

    static Secret secret(String key) {
        return Secret.in(ProviderSettings.of("acme", Map.of("api-key", key)), "api-key", "ACME_KEY");
    }
}
