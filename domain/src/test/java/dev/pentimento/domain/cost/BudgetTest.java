package dev.pentimento.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final OptionalLong NO_LIMIT = OptionalLong.empty();
    private static final Budget DAY_OF_100 = new Budget(NO_LIMIT, NO_LIMIT, OptionalLong.of(100), false);

    private final AtomicInteger looks = new AtomicInteger();

    private Budget.Booked books() {
        looks.incrementAndGet();
        return new Budget.Booked(40, 60, 90);
    }

    @Test
    void whatWasBookedIsLookedUpOnce() {
        Budget all = new Budget(OptionalLong.of(100), OptionalLong.of(100), OptionalLong.of(100), false);

        assertThat(all.objection(Cost.estimated(10), this::books)).isEmpty();
        assertThat(all.objection(Cost.estimated(11), this::books).orElseThrow()).contains("per day");
        assertThat(looks).hasValue(2);
    }

    @Test
    void nobodyLooksUpWhatNothingDependsOn() {
        Budget.UNLIMITED.objection(Cost.estimated(10), this::books);
        DAY_OF_100.objection(Cost.estimated(0), this::books);
        DAY_OF_100.objection(Cost.unknown(), this::books);

        assertThat(looks).hasValue(0);
    }
}
