package dev.pentimento.adapters.falgemini.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeminiProviderFactoryTest {
    private static final Map<String, String> SETTINGS = Map.of(
            "api-key", GeminiStub.KEY,
            "base-url", "https://generativelanguage.googleapis.com",
            "critic-model", GeminiStub.TEXT_MODEL,
            "image-model", GeminiStub.IMAGE_MODEL);

    private final ProviderFactory factory = new GeminiProviderFactory();

    @Test
    void isFoundUnderItsName() {
        assertThat(ServiceLoader.load(ProviderFactory.class).stream()
                        .map(found -> found.get().name()))
                .contains("gemini");
    }

    @Test
    void playsEveryRole() {
        try (Provider gemini = create(SETTINGS)) {
            assertThat(gemini.editor()).isPresent();
            assertThat(gemini.generator()).isPresent();
            assertThat(gemini.critic()).isPresent();
            assertThat(gemini.writer()).isPresent();
            assertThat(gemini.description()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "api-key, GEMINI_API_KEY",
        "base-url, base-url",
        "critic-model, critic-model",
        "image-model, image-model"
    })
    void namesTheSettingThatIsMissing(String key, String words) {
        Map<String, String> rest = new HashMap<>(SETTINGS);
        rest.remove(key);

        assertThatThrownBy(() -> create(rest))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("providers.gemini." + key)
                .hasMessageContaining(words);
    }

    @Test
    void understandsTheKeysThatItReads() {
        assertThat(factory.settingKeys()).isEqualTo(SETTINGS.keySet());
    }

    private Provider create(Map<String, String> values) {
        return factory.create(ProviderSettings.of("gemini", values), GeminiStub.nothing());
    }
}
