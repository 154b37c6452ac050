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
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        return begun(Stream.of(ids).map(BatchProgressTest::run).toList(), Cost.free());
    }

    /** @param each what each run has cost before */
    private static RunBatch.Begun begun(List<Run> runs, Cost each) {
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
        return new RunBatch.Begun(batch, runs, runs.stream().map(run -> each).toList());
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
        BatchBars bars = new BatchBars(drawn::add, () -> now, new TerminalSize(24, 80));

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
        BatchBars bars = new BatchBars(drawn::add, () -> now, new TerminalSize(24, 80));
        bars.show(begun("fox", "owl"));
        bars.show(over("fox"));

        assertThat(drawn).contains("fox: target reached, best -, cost $0.02\n");
        assertThat(drawn.get(drawn.size() - 1)).contains("1 of 2 done");
    }

    @Test
    void barsVanishAtTheEnd() {
        BatchBars bars = new BatchBars(drawn::add, () -> now, new TerminalSize(24, 80));
        bars.show(begun("fox"));

        bars.close();

        assertThat(drawn.get(drawn.size() - 1)).isEqualTo("\r\u001b[J");
    }

    @Test
    void barsAreNeverMoreThanTheTerminalShows() {
        BatchBars bars = new BatchBars(drawn::add, () -> now, new TerminalSize(10, 80));
        String[] ids = IntStream.range(0, 40).mapToObj(i -> "p" + i).toArray(String[]::new);
        bars.show(begun(ids));

        for (String id : ids) {
            now = now.plusSeconds(1);
            bars.show(new RunBatch.Stepped(run(id), RunBatch.Step.JUDGE, 1, 0.3, Cost.free()));
        }

        assertThat(drawn).allSatisfy(text -> assertThat(text.lines().count()).isLessThanOrEqualTo(10));
        assertThat(drawn.get(drawn.size() - 1).lines())
                .hasSize(10)
                .anyMatch(line -> line.equals("and 32 more"))
                .anyMatch(line -> line.contains("0 of 40 done"));
        assertThat(drawn.get(drawn.size() - 3)).isEqualTo("\u001b[9A");
    }

    @Test
    void whatWasDoneBeforeSaysNothingOfTheTimeLeft() {
        BatchBars bars = new BatchBars(drawn::add, () -> now, new TerminalSize(24, 80));
        Run done = run("fox").end(new Run.Ending(StopReason.TARGET_REACHED, "", NOW));
        bars.show(begun(List.of(done, run("owl"), run("elk")), Cost.reported(20_000)));
        bars.show(over("fox"));
        assertThat(drawn.get(drawn.size() - 1))
                .contains("1 of 3 done, cost $0.06")
                .doesNotContain("left");
        now = NOW.plusSeconds(10);

        bars.show(new RunBatch.Stepped(run("owl"), RunBatch.Step.JUDGE, 2, 0.5, Cost.reported(30_000)));

        assertThat(drawn.get(drawn.size() - 1)).contains("cost $0.07").contains("about 30 s left");
    }

    @Test
    void linesFitTheTerminal() {
        BatchBars bars = new BatchBars(drawn::add, () -> now, new TerminalSize(24, 40));
        bars.show(begun("fox"));
        now = NOW.plusSeconds(1);
        bars.show(new RunBatch.Stepped(run("a".repeat(64)), RunBatch.Step.REFINE, 1, 0.5, Cost.free()));

        assertThat(drawn.get(drawn.size() - 1).lines()).allMatch(line -> line.length() < 40);
    }
}
