package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringWishTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fix the spelling: \"SUMER SALE\" -> \"SUMMER SALE\" | SUMER SALE | SUMMER SALE",
                "change \"Grand Openning\" to \"Grand Opening\" | Grand Openning | Grand Opening",
                "\"OPEN\" instead of \"OEPN\" | OEPN | OPEN",
                "it should say 'Opening', not 'Openning' | Openning | Opening",
                "replace \u201eGrose\u201c with \u201eGrosse\u201c | Grose | Grosse",
                "replace OEPN with OPEN | OEPN | OPEN",
                "SUMER SALE -> SUMMER SALE | SUMER SALE | SUMMER SALE",
                "fix the typo: SUMER => SUMMER | SUMER | SUMMER",
                "change \"dont\" to \"don't\" | dont | don't"
            })
    void understandsWhatIsWrongAndWhatIsRight(String instruction, String wrong, String right) {
        assertThat(LetteringWish.understand(instruction).wishes()).containsExactly(new LetteringWish(wrong, right));
    }

    @ParameterizedTest
    @ValueSource(strings = {"the text should read \"OPEN\"", "make it say \"OPEN\"", "it must read OPEN"})
    void understandsTheRightWordsAlone(String instruction) {
        assertThat(LetteringWish.understand(instruction).wishes()).containsExactly(new LetteringWish(null, "OPEN"));
    }

    @Test
    void understandsSeveralCorrections() {
        assertThat(LetteringWish.understand("\"A1\" -> \"B1\" and \"A2\" -> \"B2\"")
                        .wishes())
                .containsExactly(new LetteringWish("A1", "B1"), new LetteringWish("A2", "B2"));
    }
}
