package dev.pentimento.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CostTest {
    @Test
    void unknownIsNotNothing() {
        assertThat(Cost.unknown().microUsd()).isEmpty();
        assertThat(Cost.free().microUsd()).hasValue(0);
        assertThat(Cost.unknown()).isNotEqualTo(Cost.free());
    }

    @Test
    void sumIsUnknownAsSoonAsOnePartIs() {
        assertThat(Cost.reported(5).plus(Cost.unknown())).isEqualTo(Cost.unknown());
        assertThat(Cost.unknown().plus(Cost.reported(5))).isEqualTo(Cost.unknown());
    }

    @Test
    void sumIsEstimatedAsSoonAsOnePartIs() {
        assertThat(Cost.reported(5).plus(Cost.estimated(7))).isEqualTo(Cost.estimated(12));
        assertThat(Cost.reported(5).plus(Cost.reported(7))).isEqualTo(Cost.reported(12));
    }

    @Test
    void negativeAmountsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cost.reported(-1)).withMessageContaining("-1");
    }
}
