package dev.pentimento.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.RunnerException;

/** Benchmarks that nobody runs every day must not break unseen. Says nothing about speed. */
class BenchmarksTest {

    @Test
    void everyMicrobenchmarkRuns() throws RunnerException {
        int formatsRead = 3;
        int formatsWritten = 2;

        assertThat(Microbenchmarks.rehearse().count()).isEqualTo(3 + 2 * formatsRead + 2 * formatsWritten);
    }

    @Test
    void clientsOfTheServerSubmitAndAskWithoutErrors(@TempDir Path home) {
        try (ServedHome server = ServedHome.open(home)) {
            AtomicInteger tasks = new AtomicInteger();
            ServerLoad load =
                    ServerLoad.put(server.address(), server.importPictures(5), () -> tasks.incrementAndGet() <= 10);

            assertThat(load.errors()).isEmpty();
            assertThat(load.submits().count()).isEqualTo(10);
            assertThat(load.polls().count()).isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void theMiddleOfSeveralMeasurementsIsTheirMedian() {
        assertThat(Median.of(9, 1, 2)).isEqualTo(2);
    }

    @Test
    void tablesAreMarkdown() {
        assertThat(Table.of("what", "ms").row("reading", Table.number(1234.56, 1)))
                .hasToString("| what | ms |\n|---|---:|\n| reading | 1,234.6 |\n");
    }
}
