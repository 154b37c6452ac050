package dev.pentimento.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.failure.BudgetExhausted;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PurseTest {
    private final Purse purse = new Purse(OptionalLong.of(1000), 300);

    @Test
    void whatIsSetAsideIsNotGivenTwice() {
        purse.take(Cost.estimated(400));

        assertThatThrownBy(() -> purse.take(Cost.estimated(400))).isInstanceOf(Purse.SetAside.class);
    }

    @Test
    void whatWasSetAsideAndNotSpentIsThereAgain() {
        purse.take(Cost.estimated(400)).close();

        assertThat(purse.take(Cost.estimated(700))).isNotNull();
    }

    @Test
    void whatIsNeitherLeftNorSetAsideIsNotWaitedFor() {
        purse.take(Cost.estimated(400));

        assertThatThrownBy(() -> purse.take(Cost.estimated(701)))
                .isInstanceOf(BudgetExhausted.class)
                .hasMessage(
                        "All of it may cost 0.0010 USD, of which 0.0003 USD are spent, and the next call would cost 0.0007 USD; raise --budget");
    }

    @Test
    void withoutALimitThereIsAlwaysEnough() {
        Purse open = new Purse(OptionalLong.empty(), Long.MAX_VALUE / 2);

        assertThat(open.take(Cost.estimated(Long.MAX_VALUE / 4))).isNotNull();
    }
}
