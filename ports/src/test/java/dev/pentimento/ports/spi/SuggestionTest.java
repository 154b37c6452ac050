package dev.pentimento.ports.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    @ParameterizedTest
    @CsvSource({
        "edit, edit, 0",
        "edti, edit, 1",
        "edi, edit, 1",
        "edits, edit, 1",
        "EDIT, edit, 0",
        "ca, abc, 3",
        "'', abc, 3",
        "kitten, sitting, 3"
    })
    void distanceCountsSlipsOfTheFingers(String one, String other, int distance) {
        assertThat(Suggestion.distance(one, other)).isEqualTo(distance);
        assertThat(Suggestion.distance(other, one)).isEqualTo(distance);
    }

    @Test
    void suggestsTheNearest() {
        assertThat(Suggestion.nearest("opneai", List.of("fal", "open", "openai")))
                .contains("openai");
    }

    @Test
    void suggestsNothingThatIsFarAway() {
        assertThat(Suggestion.nearest("midjourney", List.of("fal", "openai"))).isEmpty();
        assertThat(Suggestion.hint("midjourney", List.of("fal", "openai"))).isEmpty();
    }

    @Test
    void equallyNearWordsAreTakenInAlphabeticalOrder() {
        assertThat(Suggestion.nearest("bat", List.of("rat", "cat"))).contains("cat");
    }

    @Test
    void hintEndsAMessage() {
        assertThat(Suggestion.hint("lcoal", List.of("local"))).isEqualTo("; did you mean 'local'?");
    }
}
