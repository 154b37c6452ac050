package dev.pentimento.ports.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.MaskForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFactsTest {
    private static final LocalDate END = LocalDate.parse("2026-12-01");

    @Test
    void canvasMayBeAnything() {
        assertThat(facts(Map.of("canvas", "any")).canvas()).contains(new Canvas.Any());
    }

    @Test
    void canvasMayBeAListOfSizes() {
        assertThat(facts(Map.of("canvas", "1024x1024, 1536x1024")).canvas())
                .contains(new Canvas.Listed(List.of(new ImageSize(1024, 1024), new ImageSize(1536, 1024))));
    }

    @Test
    void canvasMayBeAGridWithLimits() {
        Map<String, String> traits = Map.of(
                "canvas.step", "16",
                "canvas.min-side", "32",
                "canvas.max-side", "3840",
                "canvas.min-pixels", "655360",
                "canvas.max-pixels", "8294400",
                "canvas.max-ratio", "3");

        assertThat(facts(traits).canvas()).contains(new Canvas.Grid(16, 32, 3840, 655_360, 8_294_400, 3));
    }

    @Test
    void limitsThatAGridDoesNotNameDoNotLimit() {
        assertThat(facts(Map.of("canvas.max-side", "100")).canvas())
                .contains(new Canvas.Grid(1, 1, 100, 1, 10_000, 100));
    }

    @Test
    void silenceIsNoCanvasAndNoMask() {
        assertThat(facts(Map.of()).canvas()).isEmpty();
        assertThat(facts(Map.of()).mask()).isEmpty();
        assertThat(facts(Map.of()).number("max-references", 3)).isEqualTo(3);
        assertThat(facts(Map.of()).is("seed", true)).isTrue();
    }

    @Test
    void readsMasksNumbersAndTruths() {
        ModelFacts facts = facts(Map.of("mask", "transparent-is-edit", "max-references", "15", "seed", "false"));

        assertThat(facts.mask()).contains(MaskForm.TRANSPARENT_IS_EDIT);
        assertThat(facts.number("max-references", 0)).isEqualTo(15);
        assertThat(facts.is("seed", true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "big", "1024", "1024x", "0x10", "1024x1024,"})
    void saysWhatCanvasesAre(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> facts(Map.of("canvas", text)).canvas())
                .withMessageContaining("canvas must be any, or sizes such as 1024x1024");
    }

    @Test
    void saysWhatMasksAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> facts(Map.of("mask", "black")).mask())
                .withMessage("mask must be one of none, coverage, transparent-is-edit, white-is-edit but was 'black'");
    }

    @Test
    void isOfferedUntilTheDayItIsShutDown() {
        assertThatCode(() -> gone("2026-11-30T23:59:59Z", "model-2").offered("model-1"))
                .doesNotThrowAnyException();
    }

    @Test
    void retiredModelNamesItsSuccessor() {
        assertThatThrownBy(() -> gone("2026-12-01T00:00:00Z", "model-2").offered("model-1"))
                .isInstanceOf(ProviderFailure.ModelRetired.class)
                .hasMessage("Model 'model-1' was shut down on 2026-12-01; use 'model-2'");
        assertThatThrownBy(() -> gone("2027-01-01T00:00:00Z", null).offered("model-1"))
                .isInstanceOf(ProviderFailure.ModelRetired.class)
                .hasMessageEndingWith("choose another");
    }

    @Test
    void modelThatNobodyDescribesIsNotRefused() {
        assertThat(gone("2027-01-01T00:00:00Z", null).offered("model-9")).isEmpty();
    }

    private static ProviderSettings gone(String now, @Nullable String successor) {
        ModelFacts facts = new ModelFacts("model-1", PriceList.UNKNOWN, Map.of(), END, successor, "a page", END);
        return ProviderSettings.of("somebody", Map.of(), List.of(facts), () -> Instant.parse(now));
    }

    private static ModelFacts facts(Map<String, String> traits) {
        return new ModelFacts("model-1", PriceList.UNKNOWN, traits, null, null, "a page", END);
    }
}
