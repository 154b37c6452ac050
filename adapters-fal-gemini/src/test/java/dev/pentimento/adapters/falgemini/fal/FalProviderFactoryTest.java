package dev.pentimento.adapters.falgemini.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.testkit.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FalProviderFactoryTest {
    private final FalStub fal = FalStub.open();

    @AfterEach
    void close() {
        fal.close();
    }

    @Test
    void isFoundByItsName() {
        assertThat(ServiceLoader.load(ProviderFactory.class))
                .extracting(ProviderFactory::name)
                .contains("fal");
    }

    @Test
    void editsAndGenerates() {
        try (Provider provider = fal.provider()) {
            assertThat(provider.editor()).isPresent();
            assertThat(provider.generator()).isPresent();
            assertThat(provider.critic()).isEmpty();
            assertThat(provider.description()).doesNotContain(FalStub.KEY);
            assertThat(fal.journal()).isEmpty();
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("api-key", " ", "api-key is not set; set FAL_KEY"),
                arguments("queue-url", "nowhere", "queue-url must be an http or https URL but is 'nowhere'"),
                arguments("upload-url", "ftp://x", "upload-url must be an http or https URL but is 'ftp://x'"),
                arguments("poll-interval", "500ms", "poll-interval must be a duration such as PT0.5S but is '500ms'"),
                arguments("poll-interval", "PT0S", "poll-interval must be a duration such as PT0.5S but is 'PT0S'"),
                arguments(
                        "generate-endpoint",
                        FalStub.EDIT,
                        "generate-endpoint names the endpoint '%s', which makes no images from words; name another one"
                                .formatted(FalStub.EDIT)),
                arguments(
                        "edit-endpoint",
                        FalStub.GENERATE,
                        "edit-endpoint names the endpoint '%s', which changes no images; name another one"
                                .formatted(FalStub.GENERATE)),
                arguments(
                        "inpaint-endpoint",
                        FalStub.EDIT,
                        "inpaint-endpoint names the endpoint '%s', which takes no masks; name another one"
                                .formatted(FalStub.EDIT)));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void settingsThatCannotBeUsedAreNamed(String setting, String value, String problem) {
        fal.with(setting, value);

        assertThat(problems(fal.settings())).containsExactly("providers.fal." + problem);
    }

    @Test
    void unknownEndpointsComeWithASuggestion() {
        fal.with("edit-endpoint", "fal-ai/flux-pro/context");

        assertThat(problems(fal.settings()))
                .singleElement()
                .asString()
                .contains("providers.fal.edit-endpoint", "did you mean 'fal-ai/flux-pro/kontext'?");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(problems(ProviderSettings.of("fal", Map.of("api-key", "k")))).hasSize(5);
    }

    private static List<String> problems(ProviderSettings settings) {
        return catchThrowableOfType(
                        InvalidSettings.class, () -> new FalProviderFactory().create(settings, Fixtures.noResults()))
                .problems();
    }

    @Test
    void endpointThatIsGoneIsNoMistakeInTheSettings() {
        fal.with("edit-endpoint", FalStub.GONE);

        try (Provider provider = fal.provider()) {
            assertThatThrownBy(() -> provider.editor().orElseThrow().capabilities(null))
                    .hasMessageContaining(FalStub.EDIT);
        }
    }
}
