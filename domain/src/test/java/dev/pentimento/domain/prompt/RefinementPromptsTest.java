package dev.pentimento.domain.prompt;

import static dev.pentimento.domain.prompt.RefinementPrompts.processRefinementPrompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.refinement.PreserveAspect;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefinementPromptsTest {
    private static final int ROOMY = 5000;
    private static final String WORDS = "make it warmer and more minimalist";
    private static final String LOGO = "a steaming cup above two crossed spoons";
    private static final String THEME = "rustic coffee house with hand-drawn lines";
    private static final Set<PreserveAspect> PRESERVE = Set.of(PreserveAspect.STYLE, PreserveAspect.LAYOUT);

    @Test
    void usersWordsComeFirstThenWhatToPreserveThenTheContext() {
        assertThat(processRefinementPrompt("  " + WORDS + " ", LOGO, THEME, PRESERVE, ROOMY))
                .isEqualTo(WORDS + "\nPreserve: layout, style\nLogo: " + LOGO + "\nTheme: " + THEME);
    }

    @Test
    void blankPartsAreDropped() {
        assertThat(processRefinementPrompt(WORDS, "  ", null, List.of(), ROOMY)).isEqualTo(WORDS);
    }

    @Test
    void blankPromptIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> processRefinementPrompt(" \n ", LOGO, THEME, PRESERVE, ROOMY));
    }

    @Test
    void whiteSpaceIsFoldedButLinesStay() {
        assertThat(processRefinementPrompt("warmer \t light\n\n\n  less  blue", null, null, List.of(), ROOMY))
                .isEqualTo("warmer light\nless blue");
    }

    @Test
    void processingTwiceChangesNothing() {
        String once = processRefinementPrompt(WORDS, LOGO, THEME, PRESERVE, ROOMY);

        assertThat(processRefinementPrompt(once, LOGO, THEME, PRESERVE, ROOMY)).isEqualTo(once);
    }

    @Test
    void themeIsCutFirstThenTheLogoThenWhatToPreserve() {
        String words = WORDS;
        String kept = words + "\nPreserve: layout, style";

        assertThat(processRefinementPrompt(words, LOGO, THEME, PRESERVE, 130))
                .isEqualTo(kept + "\nLogo: " + LOGO + "\nTheme: rustic coffee");
        assertThat(processRefinementPrompt(words, LOGO, THEME, PRESERVE, 80))
                .isEqualTo(kept + "\nLogo: a steaming cup");
        assertThat(processRefinementPrompt(words, LOGO, THEME, PRESERVE, kept.length()))
                .isEqualTo(kept);
        assertThat(processRefinementPrompt(words, null, null, PRESERVE, kept.length() - 1))
                .isEqualTo(words);
    }

    @Test
    void noDescriptionTakesTheRoomOfWhatToPreserve() {
        assertThat(processRefinementPrompt("warmer", "cat", null, PRESERVE, 25)).isEqualTo("warmer");
    }

    @Test
    void usersWordsAreCutOnlyWhenTheyAloneAreTooLong() {
        assertThat(processRefinementPrompt(WORDS, LOGO, THEME, PRESERVE, 14)).isEqualTo("make it warmer");
    }

    @Test
    void charactersOutsideTheBasicPlaneAreNotCutInHalf() {
        assertThat(processRefinementPrompt("warm \uD83C\uDF1E sun", null, null, List.of(), 6))
                .isEqualTo("warm");
    }

    @Test
    void anyInputIsCappedAndStableWhenProcessedAgain() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            String words = "w" + text(random, 60);
            String logo = text(random, 40);
            String theme = text(random, 40);
            int cap = 1 + random.nextInt(160);

            String once = processRefinementPrompt(words, logo, theme, PRESERVE, cap);

            assertThat(once.length()).as("seed %d, run %d", seed, i).isLessThanOrEqualTo(cap);
            assertThat(processRefinementPrompt(once, logo, theme, PRESERVE, cap))
                    .as("seed %d, run %d, cap %d, words '%s', logo '%s', theme '%s'", seed, i, cap, words, logo, theme)
                    .isEqualTo(once);
        }
    }

    private static String text(Random random, int most) {
        String alphabet = "ab cd  e\nf:\t";
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(most);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
