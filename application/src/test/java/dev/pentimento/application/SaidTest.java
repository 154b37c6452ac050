package dev.pentimento.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.failure.StorageFailure;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SaidTest {
    private static final String PLACE = "/home/anna/pentimento/images";

    @ParameterizedTest
    @EnumSource(value = StorageFailure.Reason.class, mode = EnumSource.Mode.EXCLUDE, names = "TOO_LITTLE_ROOM")
    void noPlaceOnThisMachineIsNamed(StorageFailure.Reason reason) {
        StorageFailure failure = new StorageFailure(reason, "No luck in " + PLACE, new IOException(PLACE));

        assertThat(Said.of(failure)).isNotBlank().doesNotContain(PLACE);
    }

    @Test
    void whatWasMeasuredBeforehandIsSaidAsItIs() {
        StorageFailure little =
                new StorageFailure(StorageFailure.Reason.TOO_LITTLE_ROOM, "2 MB left; nothing was sent", null);

        assertThat(Said.of(little)).isEqualTo("2 MB left; nothing was sent");
    }

    @Test
    void mistakeOfOursIsSaidWithoutAnyOfItsWords() {
        IllegalStateException mistake = new IllegalStateException("dev.pentimento.Vault is not open in " + PLACE);

        assertThat(Said.of(mistake)).isEqualTo(Said.OUR_MISTAKE);
        assertThat(Said.of(new OutOfMemoryError("Java heap space"))).contains("-Xmx");
    }

    @Test
    void whatIsNoFailureIsSaidAsItIs() {
        assertThat(Said.of(new Postponed(Instant.EPOCH, "The worker was interrupted")))
                .isEqualTo("The worker was interrupted");
    }

    @Test
    void whatProvidersSayIsSaidAsItIs() {
        assertThat(Said.of(new ProviderFailure.InvalidRequest("Too small"))).isEqualTo("Too small");
    }
}
