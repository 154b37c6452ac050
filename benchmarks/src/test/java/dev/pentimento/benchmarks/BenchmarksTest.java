package dev.pentimento.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
    void theMiddleOfSeveralMeasurementsIsTheirMedian() {
        assertThat(Median.of(9, 1, 2)).isEqualTo(2);
    }

    @Test
    void tablesAreMarkdown() {
        assertThat(Table.of("what", "ms").row("reading", Table.number(1234.56, 1)))
                .hasToString("| what | ms |\n|---|---:|\n| reading | 1,234.6 |\n");
    }
}
