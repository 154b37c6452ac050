package dev.pentimento.adapters.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.UserId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody takes all places. */
class PlacesTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");

    private final Places places = new Places(8, 4);

    private static int taken(Places places, UserId user, int wanted) {
        return (int) IntStream.range(0, wanted).filter(i -> places.take(user)).count();
    }

    private int taken(UserId user, int wanted) {
        return taken(places, user, wanted);
    }

    @Test
    void oneUserHasSomeOfThemAndOthersFindOneEach() {
        assertThat(taken(ANN, 9)).isEqualTo(4);
        assertThat(taken(BEN, 9)).isEqualTo(1);
        assertThat(IntStream.range(0, 9).mapToObj(i -> new UserId("user-" + i)))
                .filteredOn(places::take)
                .hasSize(3);
    }

    @Test
    void whatIsDoneMakesRoom() {
        taken(ANN, 4);

        places.leave(ANN);

        assertThat(places.isThereOneFor(ANN)).isTrue();
        assertThat(taken(ANN, 2)).isEqualTo(1);
        assertThat(places.takenBy(ANN)).isEqualTo(4);
    }

    @Test
    void nothingIsCountedOfWhoFoundNone() {
        taken(ANN, 9);

        IntStream.range(0, 5).forEach(i -> places.leave(ANN));

        assertThat(taken(BEN, 9)).isEqualTo(4);
    }

    @Test
    void whoeverIsAloneHasAllOfThem() {
        assertThat(taken(Places.of(8, false), ANN, 9)).isEqualTo(8);
        assertThat(taken(Places.of(8, true), ANN, 9)).isEqualTo(6);
    }
}
