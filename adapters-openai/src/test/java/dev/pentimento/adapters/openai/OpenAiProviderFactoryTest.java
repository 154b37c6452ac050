package dev.pentimento.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiProviderFactoryTest {
    private static final ImageSource NOWHERE = (url, context) -> {
        throw new AssertionError("Nobody should fetch " + url);
    };

    @Test
    void isFoundByItsName() {
        assertThat(ServiceLoader.load(ProviderFactory.class))
                .extracting(ProviderFactory::name)
                .contains("openai");
    }

    @Test
    void editsAndGenerates() {
        try (Provider provider = create(Map.of("api-key", "sk-1", "edit-model", "gpt-image-2"))) {
            assertThat(provider.editor()).isPresent();
            assertThat(provider.generator()).isPresent();
            assertThat(provider.critic()).isEmpty();
            assertThat(provider.writer()).isEmpty();
            assertThat(provider.description()).contains("OpenAI", "key");
        }
    }

    @Test
    void needsAKeyAndAModel() {
        refused(Map.of("edit-model", "gpt-image-2"), "providers.openai.api-key is not set; set OPENAI_API_KEY");
        refused(Map.of("api-key", "sk-1"), "providers.openai.edit-model is not set; name a model that edits images");
    }

    /** For whoever looks at the code: there is nothing wrong with the settings. */
    @Test
    void missingKeyIsMissingAccess() {
        InvalidSettings failure =
                catchThrowableOfType(InvalidSettings.class, () -> create(Map.of("edit-model", "gpt-image-2")));

        assertThat(failure.code()).isEqualTo(FailureCode.ACCESS_DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "4", "some", ""})
    void showsUpToThreeUnfinishedPictures(String wish) {
        refused(
                Map.of("api-key", "sk-1", "edit-model", "gpt-image-2", "partial-images", wish),
                "providers.openai.partial-images must be 0 to 3 but is '%s'".formatted(wish));
    }

    private static void refused(Map<String, String> settings, String message) {
        assertThatThrownBy(() -> create(settings))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage(message);
    }

    private static Provider create(Map<String, String> settings) {
        return new OpenAiProviderFactory().create(ProviderSettings.of("openai", settings), NOWHERE);
    }
}
