package dev.pentimento.domain.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefinementTest {
    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void strengthLiesBetween0And1(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Strength(value))
                .withMessage("Strength must lie between 0 and 1 but was " + value);
    }

    @Test
    void strength0KeepsEverything() {
        assertThat(new Strength(0).keepsEverything()).isTrue();
        assertThat(Strength.DEFAULT.keepsEverything()).isFalse();
    }

    @Test
    void creativityHasThreeLevels() {
        assertThat(Creativity.ofLevel(3)).isEqualTo(Creativity.INVENTIVE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Creativity.ofLevel(4))
                .withMessage("Creativity level must be 1, 2, or 3 but was 4");
    }

    @Test
    void unknownAspectsAreRefusedWithTheKnownOnes() {
        assertThat(PreserveAspect.ofLabel(" Color_Scheme ")).isEqualTo(PreserveAspect.COLOR_SCHEME);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PreserveAspect.ofLabel("vibes"))
                .withMessageContaining("vibes")
                .withMessageContaining("layout, colors, style, shapes, symbols, proportions, color_scheme");
    }

    @Test
    void aspectsKeepOneOrder() {
        Knobs knobs = new Knobs(
                Strength.DEFAULT,
                Creativity.BALANCED,
                Set.of(PreserveAspect.STYLE, PreserveAspect.LAYOUT, PreserveAspect.COLORS),
                1,
                null);

        assertThat(List.copyOf(knobs.preserve()))
                .containsExactly(PreserveAspect.LAYOUT, PreserveAspect.COLORS, PreserveAspect.STYLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void blankInstructionsAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Instruction(text))
                .withMessageContaining("empty");
    }

    @Test
    void overlongInstructionsAreRefusedWithTheirLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Instruction("x".repeat(5001)))
                .withMessage("The prompt must have 2 to 5000 characters but has 5001");
    }

    @Test
    void instructionsAreTrimmed() {
        assertThat(new Instruction("  make it warmer\n")).hasToString("make it warmer");
    }
}
