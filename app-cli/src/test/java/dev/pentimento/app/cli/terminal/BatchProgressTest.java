package dev.pentimento.app.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.loop.LoopRules;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.StopReason;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.in.RunBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchProgressTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final BatchId ID = new BatchId(new UUID(1, 2));

    private final List<String> drawn = new ArrayList<>();
    private Instant now = NOW;

    private static Run run(String id) {
        return Run.of(ID, new Item(id, new Scene("", "", "", "a " + id), null), NOW);
    }

    private static RunBatch.Begun begun(String... ids) {
        Batch batch = new Batch(
                ID,
                UserId.LOCAL,
                LoopRules.DEFAULT,
                new ImageSize(64, 64),
                null,
                ProviderChoice.ANY,
                OptionalLong.empty(),
                false,
                null,
                NOW);
        return new RunBatch.Begun(
                batch, List.of(ids).stream().map(BatchProgressTest::run).toList());
    }

    private static RunBatch.Over over(String id) {
        return new RunBatch.Over(
                run(id).end(new Run.Ending(StopReason.TARGET_REACHED, "", NOW)), Cost.reported(20_000));
    }

    @Test
    void logHasALineForEverything() {
        BatchLog log = new BatchLog(drawn::add);

        log.show(begun("fox", "owl"));
        log.show(new RunBatch.Stepped(run("fox"), RunBatch.Step.JUDGE, 2, 0.4, Cost.free()));
        log.show(over("fox"));

        assertThat(drawn)
                .containsExactly(
                        "Batch " + ID + ": 2 prompts",
                        "fox: round 2: judging",
                        "fox: target reached, best -, cost $0.02 (1 of 2)");
    }

    @Test
    void barsShowEachPromptAndAllOfThem() {
        BatchBars bars = new BatchBars(drawn::add, () -> now, 80);

        bars.show(begun("fox", "owl"));
        now = NOW.plusSeconds(10);
        bars.show(new RunBatch.Stepped(run("fox"), RunBatch.Step.JUDGE, 2, 0.5, Cost.reported(20_000)));

        assertThat(drawn.get(drawn.size() - 1).split("\n")).hasSize(2).satisfies(lines -> {
            assertThat(lines[0]).contains("fox").contains("round 2, judging");
            assertThat(lines[1]).contains("0 of 2 done").contains("cost $0.02").contains("about 30 s left");
        });
    }

    @Test
    void whatIsDoneStaysAboveTheBars() {
        BatchBars bars = new BatchBars(drawn::add, () -> now, 80);
        bars.show(begun("fox", "owl"));
        bars.show(over("fox"));

        assertThat(drawn).contains("fox: target reached, best -, cost $0.02\n");
        assertThat(drawn.get(drawn.size() - 1)).contains("1 of 2 done");
    }

    @Test
    void barsVanishAtTheEnd() {
        BatchBars bars = new BatchBars(drawn::add, () -> now, 80);
        bars.show(begun("fox"));

        bars.close();

        assertThat(drawn.get(drawn.size() - 1)).isEqualTo("\r\u001b[J");
    }

    @Test
    void linesFitTheTerminal() {
        BatchBars bars = new BatchBars(drawn::add, () -> now, 40);
        bars.show(begun("fox"));
        now = NOW.plusSeconds(1);
        bars.show(new RunBatch.Stepped(run("a".repeat(64)), RunBatch.Step.REFINE, 1, 0.5, Cost.free()));

        assertThat(drawn.get(drawn.size() - 1).lines()).allMatch(line -> line.length() < 40);
    }
}
