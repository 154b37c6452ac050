package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.image.OkLab;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemePalettesTest {
    @ParameterizedTest
    @CsvSource({
        "warm, sunset", "autumnal, autumn", "by the sea, ocean", "Woodland!, forest", "pastels, pastel",
        "cyberpunk, neon", "vintage, retro", "black and white, monochrome", "elegant, luxury", "scandinavian, nordic",
        "espresso bar, coffee", "blossoms, spring", "midnight, night", "dunes, desert", "raspberry, berry"
    })
    void wordsFindTheirTheme(String words, String theme) {
        assertThat(propose(words, 1)).isSubsetOf(Themes.named(theme).palettes());
    }

    @Test
    void severalThemesTakeTurns() {
        List<Palette> palettes = propose("retro ocean", 2);

        assertThat(palettes.get(0)).isIn(Themes.named("retro").palettes());
        assertThat(palettes.get(1)).isIn(Themes.named("ocean").palettes());
    }

    @Test
    void withoutAThemeEveryPaletteIsOfAnother() {
        List<Palette> palettes = propose("", 7);

        for (Theme theme : Themes.all()) {
            assertThat(palettes.stream().filter(theme.palettes()::contains))
                    .as(theme.name())
                    .hasSizeLessThan(2);
        }
    }

    @Test
    void allPalettesGoFromDarkToLightInFiveColours() {
        for (Palette palette : ThemePalettes.suiting(List.of())) {
            List<Float> lightness = palette.colors().stream()
                    .map(color -> OkLab.ofArgb(Integer.parseInt(color.substring(1), 16))
                            .lightness())
                    .toList();

            assertThat(lightness).as(palette.name()).hasSize(5).isSorted();
            assertThat(lightness.get(4) - lightness.get(0)).as(palette.name()).isGreaterThan(0.45f);
            assertThat(palette.description()).isNotBlank();
        }
    }

    @Test
    void relatedThemesExist() {
        assertThat(Themes.all()).allSatisfy(theme -> assertThat(theme.kin()).allSatisfy(Themes::named));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, -1})
    void otherCountsAreRefused(int count) {
        assertThatThrownBy(() -> propose("ocean", count))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining(String.valueOf(count));
    }

    private List<Palette> propose(String theme, int count) {
        return ThemePalettes.propose(theme, count);
    }
}
