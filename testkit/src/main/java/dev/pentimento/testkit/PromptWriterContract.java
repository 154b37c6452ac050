package dev.pentimento.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.image.Palette;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.PromptWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link PromptWriter} promises. Extend it for yours. */
public abstract class PromptWriterContract {
    private static final String THEME = "warm autumn forest";
    private static final int MOST = 7;

    /** The writer under test, ready for calls; where it speaks to a vendor, with a stand-in for the vendor. */
    protected abstract PromptWriter writer();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void proposesAsManyPalettesAsAskedFor(int count) {
        assertThat(propose(THEME, count)).hasSize(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {THEME, "", "   ", "qwertz"})
    void palettesDiffer(String theme) {
        List<Palette> palettes = propose(theme, MOST);

        assertThat(palettes).hasSize(MOST).extracting(Palette::colors).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {THEME, ""})
    void palettesHaveNames(String theme) {
        assertThat(propose(theme, MOST))
                .extracting(Palette::name)
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }

    @Test
    void servesSeveralCallsAtOnce() {
        assertThat(Crowd.of(4, () -> propose(THEME, MOST)))
                .allSatisfy(palettes -> assertThat(palettes).hasSize(MOST));
    }

    @Test
    void canceledCallEnds() {
        assertThatThrownBy(() -> writer().proposePalettes(THEME, 1, TestCallContext.canceled()))
                .isInstanceOf(ProviderFailure.Canceled.class);
    }

    private List<Palette> propose(String theme, int count) {
        return writer().proposePalettes(theme, count, TestCallContext.calm()).value();
    }
}
