package dev.pentimento.adapters.web.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.UserId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody takes all places. */
class PlacesTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");

    private final Places places = new Places();

    private int taken(UserId user, int wanted) {
        return (int) IntStream.range(0, wanted).filter(i -> places.take(user)).count();
    }

    @Test
    void oneUserHasHalfOfThemAndOthersFindOneEach() {
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

        assertThat(taken(ANN, 2)).isEqualTo(1);
    }

    @Test
    void nothingIsCountedOfWhoFoundNone() {
        taken(ANN, 9);

        IntStream.range(0, 4).forEach(i -> places.leave(ANN));

        assertThat(taken(BEN, 9)).isEqualTo(4);
    }

    @Test
    void whoHasSomeIsToldHowMany() {
        taken(ANN, 4);

        assertThat(places.objection(ANN).message()).startsWith("4 of your batches are under way");
        assertThat(places.objection(BEN).message()).startsWith("Too many batches are under way");
        assertThat(places.objection(BEN).status()).isEqualTo(503);
    }
}
