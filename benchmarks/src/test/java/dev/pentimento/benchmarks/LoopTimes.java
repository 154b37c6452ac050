package dev.pentimento.benchmarks;

import dev.pentimento.bootstrap.Pentimento;
import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.bootstrap.Settings;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.loop.LoopRules;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.in.RunBatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** What the loop adds to the time that providers take. */
final class LoopTimes {
    private static final int PROMPTS = 40;
    private static final int ROUNDS = 3;
    private static final int AT_ONCE = 8;
    private static final Duration LATENCY = Duration.ofMillis(100);
    private static final double MOST_RATIO = 1.1;

    /** Batches after the second one; of the last half of them the compiler has little left to do. */
    private static final int OTHERS = 6;

    /** Images and judgements in each round, a better prompt between two of them, and the checklist. */
    private static final int CALLS_IN_A_ROW = 2 * ROUNDS + (ROUNDS - 1) + 1;

    private LoopTimes() {}

    static Table measure(Path folder) {
        Settings settings = Settings.defaults()
                .with(Map.ofEntries(
                        Map.entry("home", folder.toString()),
                        Map.entry("providers.edit", PacedProviderFactory.NAME),
                        Map.entry("providers.generate", PacedProviderFactory.NAME),
                        Map.entry("providers.critique", PacedProviderFactory.NAME),
                        Map.entry("providers.write", PacedProviderFactory.NAME),
                        Map.entry("providers.paced.millis", "" + LATENCY.toMillis()),
                        Map.entry("providers.paced.concurrency", "256"),
                        Map.entry("providers.paced.requests-per-second", "1000"),
                        Map.entry("jobs.workers", "" + AT_ONCE)));
        List<String> heap = new ArrayList<>();
        try (Pentimento pentimento = Pentimento.open(settings, Working.ON_OWN_JOBS)) {
            run(pentimento, "warm-up");
            heap.add(Machine.usedHeap());
            double second = run(pentimento, "second");
            heap.add(Machine.usedHeap());
            double[] others = IntStream.range(0, OTHERS)
                    .mapToDouble(i -> run(pentimento, "other" + i + "x"))
                    .toArray();
            heap.add(Machine.usedHeap());
            double[] last = Arrays.copyOfRange(others, OTHERS / 2, OTHERS);
            return table(second, Median.of(last), heap);
        }
    }

    private static double run(Pentimento pentimento, String name) {
        List<Item> items = IntStream.range(0, PROMPTS)
                .mapToObj(i -> new Item(name + i, new Scene(name, "", "", "thing " + i), null))
                .toList();
        long start = System.nanoTime();
        RunBatch.Outcome outcome = pentimento
                .runBatch()
                .handle(new RunBatch.Command(
                        UserId.LOCAL,
                        null,
                        items,
                        new LoopRules(1, ROUNDS, 1),
                        PacedEditor.SIZE,
                        null,
                        ProviderChoice.ANY,
                        OptionalLong.empty(),
                        AT_ONCE,
                        news -> {}));
        double seconds = (System.nanoTime() - start) / 1e9;
        outcome.match(LoopTimes::requireWhole, running -> {
            throw new IllegalStateException("Somebody else has the batch in hand");
        });
        return seconds;
    }

    private static List<Run> requireWhole(RunBatch.Ended ended) {
        ended.runs().stream()
                .filter(run -> run.iterations().size() != ROUNDS)
                .findFirst()
                .ifPresent(run -> {
                    throw new IllegalStateException("Prompt %s had %d rounds: %s"
                            .formatted(run.item().id(), run.iterations().size(), run.ending()));
                });
        return ended.runs();
    }

    private static Table table(double second, double later, List<String> heap) {
        double ideal = Math.ceil((double) PROMPTS / AT_ONCE) * CALLS_IN_A_ROW * LATENCY.toMillis() / 1000;
        return Table.of(
                        "%d prompts, %d rounds, each call takes %d ms, %d prompts at a time"
                                .formatted(PROMPTS, ROUNDS, LATENCY.toMillis(), AT_ONCE),
                        "measured",
                        "aim")
                .row("ideal, s", Table.number(ideal, 2), "")
                .row("the second batch of a process, s", Table.number(second, 2), "")
                .row("ratio", Table.ratio(second / ideal), aim(second / ideal))
                .row("its %dth to %dth, median, s".formatted(3 + OTHERS / 2, 2 + OTHERS), Table.number(later, 2), "")
                .row("ratio", Table.ratio(later / ideal), aim(later / ideal))
                .row("heap in use after the first, the second and the last, MB", String.join(" / ", heap), "flat");
    }

    private static String aim(double ratio) {
        return "<= 1.1x: " + Table.verdict(ratio <= MOST_RATIO);
    }
}
