package dev.pentimento.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ApiKeyTest {
    private final ApiKey key = ApiKey.of(random(7));

    private static byte[] random(long seed) {
        byte[] bytes = new byte[ApiKey.RANDOM_BYTES];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void keyIsReadBackFromItsText() {
        assertThat(key.reveal()).matches("pnt_[a-z2-7]{38}");
        assertThat(ApiKey.read(" " + key.reveal() + "\n")).contains(key);
        assertThat(ApiKey.read(key.reveal()).map(ApiKey::hash)).contains(key.hash());
    }

    @Test
    void everyRandomBitCounts() {
        for (int bit = 0; bit < 160; bit++) {
            byte[] other = random(7);
            other[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(ApiKey.of(other)).as("bit " + bit).isNotEqualTo(key);
            assertThat(ApiKey.of(other).hash()).isNotEqualTo(key.hash());
        }
    }

    @Test
    void typingErrorIsSeen() {
        String text = key.reveal();
        for (int i = 4; i < text.length(); i++) {
            char other = text.charAt(i) == 'a' ? 'b' : 'a';

            assertThat(ApiKey.read(text.substring(0, i) + other + text.substring(i + 1)))
                    .isEmpty();
        }
        assertThat(ApiKey.read("")).isEmpty();
        assertThat(ApiKey.read(text + "a")).isEmpty();
    }

    @Test
    void keyKeepsItselfHidden() {
        assertThat(key.toString()).isEqualTo(key.name() + "...").hasSize(15);
        assertThat(key.hash()).matches("[0-9a-f]{64}").doesNotContain(key.name());
    }

    @Test
    void keyOfTooFewBytesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ApiKey.of(new byte[16]));
    }
}
