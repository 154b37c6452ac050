package dev.pentimento.domain.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.prompt.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "Fox-7", "fox_in.snow", "0198c1d2"})
    void idMayNameAFolder(String id) {
        assertThat(Item.isSafe(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "..", ".hidden", "a/b", "a\\b", "a.", "a b", "nul", "CON.txt", "LPT1", "\u00e4", "a\n", "a:b"
            })
    void idThatIsNoSafeNameIsRefused(String id) {
        assertThat(Item.isSafe(id)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Item(id, new Scene("t", "", "", ""), null))
                .withMessageContaining("'" + id + "' is no id");
    }

    @Test
    void idIsNotTooLong() {
        assertThat(Item.isSafe("a".repeat(Item.MAX_ID))).isTrue();
        assertThat(Item.isSafe("a".repeat(Item.MAX_ID + 1))).isFalse();
    }

    @Test
    void promptNeedsSomeText() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Item("a", new Scene(" ", "", "", "\n"), null));
    }
}
