package dev.pentimento.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final OptionalLong NO_LIMIT = OptionalLong.empty();
    private static final Budget DAY_OF_100 = new Budget(NO_LIMIT, NO_LIMIT, OptionalLong.of(100), false);

    private final AtomicInteger looks = new AtomicInteger();
    private final Supplier<Budget.Booked> books = () -> {
        looks.incrementAndGet();
        return new Budget.Booked(40, 60, 90);
    };

    @Test
    void whatWasBookedIsLookedUpOnce() {
        Budget all = new Budget(OptionalLong.of(100), OptionalLong.of(100), OptionalLong.of(100), false);

        assertThat(all.objection(Cost.estimated(10), books)).isEmpty();
        assertThat(all.objection(Cost.estimated(11), books).orElseThrow()).contains("per day");
        assertThat(looks).hasValue(2);
    }

    @Test
    void nobodyLooksUpWhatNothingDependsOn() {
        Budget.UNLIMITED.objection(Cost.estimated(10), books);
        DAY_OF_100.objection(Cost.estimated(0), books);
        DAY_OF_100.objection(Cost.unknown(), books);

        assertThat(looks).hasValue(0);
    }
}
