package dev.pentimento.domain.concept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BriefTest {
    private static final Brief HUT =
            new Brief("a hut", "three peaks", "dusk", new ArtDirection(List.of("flat"), "hikers", "rest", "a hut"));

    @Test
    void eachPartThatIsNotSaidIsTakenFromTheOther() {
        Brief said = new Brief("", "", "night sky", new ArtDirection(List.of(), "sailors", "", ""));

        assertThat(said.orElse(HUT))
                .isEqualTo(new Brief(
                        "a hut",
                        "three peaks",
                        "night sky",
                        new ArtDirection(List.of("flat"), "sailors", "rest", "a hut")));
        assertThat(Brief.EMPTY.orElse(HUT)).isEqualTo(HUT);
        assertThat(HUT.orElse(said)).isEqualTo(HUT);
    }
}
