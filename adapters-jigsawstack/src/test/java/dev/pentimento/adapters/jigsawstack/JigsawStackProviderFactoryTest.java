package dev.pentimento.adapters.jigsawstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.testkit.Fixtures;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JigsawStackProviderFactoryTest {
    private static final Map<String, String> SETTINGS =
            Map.of("api-key", "sk-1", "base-url", "https://api.jigsawstack.com");

    @Test
    void saysThatTheVendorDoesNotMaintainItsImages() {
        assertThat(provider(SETTINGS).description()).contains("no longer maintained");
    }

    @Test
    void missingKeyNamesTheVariable() {
        assertThatThrownBy(() -> provider(Map.of("base-url", "https://api.jigsawstack.com")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("JIGSAWSTACK_API_KEY");
    }

    @Test
    void addressMustBeOne() {
        assertThatThrownBy(() -> provider(Map.of("api-key", "sk-1", "base-url", "jigsawstack")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("providers.jigsawstack.base-url must be the address of the API but is 'jigsawstack'");
    }

    @Test
    void withoutACatalogueItKnowsItsSizesAndNoPrice() {
        ImageEditor editor = provider(SETTINGS).editor().orElseThrow();

        assertThat(editor.capabilities(null).canvas()).isEqualTo(Studio.SIZES);
        assertThat(editor.capabilities(null).costBasis())
                .isEqualTo(Cost.unknown().basis());
        assertThat(editor.capabilities(null)).isEqualTo(editor.capabilities("image_generation"));
    }

    private static Provider provider(Map<String, String> settings) {
        return new JigsawStackProviderFactory()
                .create(ProviderSettings.of("jigsawstack", settings), Fixtures.noResults());
    }
}
