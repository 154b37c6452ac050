package dev.pentimento.app.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.LoopRules;
import dev.pentimento.ports.in.ShowBatch;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    private static final Batch BATCH = new Batch(
            new BatchId(new UUID(0, 1)),
            UserId.LOCAL,
            LoopRules.DEFAULT,
            new ImageSize(512, 512),
            null,
            ProviderChoice.ANY,
            OptionalLong.empty(),
            false,
            null,
            Instant.EPOCH);

    private final String html = new ReportPage(
                    new ShowBatch.Details(BATCH, List.of(), List.of()), (prompt, iteration, variant, asked) -> "")
            .html();

    @Test
    void overviewScrollsWhereTheScreenIsNarrow() {
        assertThat(html).contains("<div class=\"wide\"><table><tr><th>Prompt</th>", ".wide { overflow-x: auto; }");
    }

    @Test
    void batchWithoutImagesIsNotSimulated() {
        assertThat(html).doesNotContain("Simulated");
    }
}
