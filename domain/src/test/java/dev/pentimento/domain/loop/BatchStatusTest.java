package dev.pentimento.domain.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.prompt.Scene;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchStatusTest {
    private static Run run() {
        return Run.of(
                new BatchId(new UUID(0, 1)), new Item("fox", new Scene("", "", "", "a fox"), null), Instant.EPOCH);
    }

    private static Run ended(StopReason reason) {
        return run().end(new Run.Ending(reason, "", Instant.EPOCH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TARGET_REACHED MAX_ITERATIONS NO_IMPROVEMENT DUPLICATE_PROMPT | DONE
            TARGET_REACHED CANCELED                                       | CANCELED
            FAILED CANCELED                                               | CANCELED
            TARGET_REACHED BUDGET                                         | PARTLY_FAILED
            FAILED REJECTED BUDGET                                        | FAILED
            """)
    void statusIsThatOfThePromptsTogether(String reasons, BatchStatus status) {
        assertThat(BatchStatus.of(Stream.of(reasons.split(" "))
                        .map(StopReason::valueOf)
                        .map(BatchStatusTest::ended)
                        .toList()))
                .isEqualTo(status);
    }

    @Test
    void batchRunsAsLongAsAPromptDoes() {
        assertThat(BatchStatus.of(Stream.of(ended(StopReason.CANCELED), run()).toList()))
                .isEqualTo(BatchStatus.RUNNING);
    }

    @Test
    void whatWasCalledOffHasNotFailed() {
        assertThat(ended(StopReason.CANCELED).status().label()).isEqualTo("canceled");
        assertThat(ended(StopReason.BUDGET).status().label()).isEqualTo("failed");
        assertThat(ended(StopReason.NO_IMPROVEMENT).status().label()).isEqualTo("done");
        assertThat(run().status().label()).isEqualTo("running");
    }
}
