package dev.pentimento.benchmarks;

import dev.pentimento.bootstrap.Pentimento.Working;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** How fast jobs go through, with full durability: with an editor that answers at once, and with one that takes its time. */
final class JobTimes {
    /** As many as it takes until Java has compiled what is used; before, compiling takes as much of the processors as the jobs do. */
    private static final int WARM_UP = 15_000;

    /** For a home that is opened later by the same Java. */
    private static final int SETTLING = 300;

    private static final int JOBS = 2_000;
    private static final int TURN = 400;
    private static final int WORKERS = 8;
    private static final int SUBMITTERS = 4;

    private static final int SLOW_JOBS = 1_000;
    private static final int SLOW_WORKERS = 32;
    private static final Duration SLOW = Duration.ofMillis(200);

    private static final double LEAST_SHARE = 0.5;
    private static final double MOST_RATIO = 1.1;
    private static final double MS_IN_NS = 1e6;

    private final Path folder;

    private JobTimes(Path folder) {
        this.folder = folder;
    }

    static List<Table> measure(Path folder) throws IOException {
        JobTimes times = new JobTimes(folder);
        return List.of(times.throughput(), times.latency(), times.concurrency());
    }

    /** Submitted by several threads, worked on meanwhile, until the event of the last end has come. In turns with the plainest work, as disks have moods. */
    private Table throughput() throws IOException {
        double seconds = 0;
        double plain = 0;
        double files = 0;
        long commits = 0;
        try (BusyHome home = BusyHome.open(home("quick"), Duration.ZERO, WORKERS, Working.ON_ALL_JOBS);
                BusyHome.Endings endings = home.follow()) {
            submitTogether(home, WARM_UP);
            endings.await(WARM_UP);
            for (int done = WARM_UP + TURN; done <= WARM_UP + JOBS; done += TURN) {
                long before = CountedRecordsFactory.COMMITS.get();
                long start = System.nanoTime();
                submitTogether(home, TURN);
                endings.await(done);
                seconds += (System.nanoTime() - start) / 1e9;
                // what the dispatcher commits beside the records, its picks, is shared by several jobs and left out
                long ours = CountedRecordsFactory.COMMITS.get() - before;
                commits += ours;
                Path beside = home("beside-" + done);
                plain += PlainCommits.commits(beside, ours);
                files += PlainCommits.files(beside, TURN);
            }
        }
        return throughput(seconds, commits, plain, files);
    }

    private static void submitTogether(BusyHome home, int jobs) {
        Stream.generate(() -> CompletableFuture.runAsync(
                        () -> submit(home, jobs / SUBMITTERS), task -> new Thread(task).start()))
                .limit(SUBMITTERS)
                .toList()
                .forEach(CompletableFuture::join);
    }

    private static Table throughput(double seconds, long commits, double plain, double files) {
        double share = plain / seconds;
        return Table.of(
                        "%,d jobs from %d threads, the editor answers at once, %d workers"
                                .formatted(JOBS, SUBMITTERS, WORKERS),
                        "measured",
                        "aim")
                .row("jobs a second, from submission to the event of the end", Table.number(JOBS / seconds, 0), "")
                .row("transactions a job", Table.number((double) commits / JOBS, 1), "")
                .row("as many plain SQLite commits, s", Table.number(plain, 2), "")
                .row("one synced file a job, s", Table.number(files, 2), "")
                .row("all of it, s", Table.number(seconds, 2), "")
                .row(
                        "share that plain commits explain",
                        Table.number(share * 100, 0) + " %",
                        ">= 50 %: " + Table.verdict(share >= LEAST_SHARE))
                .row(
                        "share that plain commits and files explain",
                        Table.number((plain + files) / seconds * 100, 0) + " %",
                        "");
    }

    private Table latency() throws IOException {
        Table table = Table.of("submitting, ms", "p50", "p99");
        try (BusyHome home = BusyHome.open(home("idle"), Duration.ZERO, WORKERS, Working.ON_NOTHING)) {
            submit(home, SETTLING);
            row(table, "nobody works", submit(home, JOBS));
        }
        try (BusyHome home = BusyHome.open(home("busy"), Duration.ZERO, WORKERS, Working.ON_ALL_JOBS);
                BusyHome.Endings endings = home.follow()) {
            submit(home, SETTLING);
            row(table, "%d workers at work".formatted(WORKERS), submit(home, JOBS));
            endings.await(SETTLING + JOBS);
        }
        return table;
    }

    private static void row(Table table, String when, double[] sorted) {
        table.row(when, Table.number(sorted[sorted.length / 2], 2), Table.number(sorted[sorted.length * 99 / 100], 2));
    }

    /** How long each took in ms, sorted. */
    private static double[] submit(BusyHome home, int jobs) {
        double[] times = new double[jobs];
        for (int i = 0; i < jobs; i++) {
            long start = System.nanoTime();
            home.submit("make it warmer");
            times[i] = (System.nanoTime() - start) / MS_IN_NS;
        }
        Arrays.sort(times);
        return times;
    }

    private Table concurrency() throws IOException {
        double ideal = Math.ceil((double) SLOW_JOBS / SLOW_WORKERS) * SLOW.toMillis() / 1000;
        List<String> heap = new ArrayList<>();
        try (BusyHome home = BusyHome.open(home("slow"), SLOW, SLOW_WORKERS, Working.ON_ALL_JOBS);
                BusyHome.Endings endings = home.follow()) {
            submit(home, SLOW_WORKERS);
            endings.await(SLOW_WORKERS);
            heap.add(Machine.usedHeap());
            long start = System.nanoTime();
            submit(home, SLOW_JOBS);
            endings.await(SLOW_WORKERS + SLOW_JOBS);
            double seconds = (System.nanoTime() - start) / 1e9;
            heap.add(Machine.usedHeap());
            submit(home, SLOW_JOBS);
            endings.await(SLOW_WORKERS + 2 * SLOW_JOBS);
            heap.add(Machine.usedHeap());
            return concurrency(seconds, ideal, heap);
        }
    }

    private static Table concurrency(double seconds, double ideal, List<String> heap) {
        double ratio = seconds / ideal;
        return Table.of(
                        "%,d jobs, the editor takes %d ms, %d workers"
                                .formatted(SLOW_JOBS, SLOW.toMillis(), SLOW_WORKERS),
                        "measured",
                        "aim")
                .row("from the first submission to the last event, s", Table.number(seconds, 2), "")
                .row("ideal, s", Table.number(ideal, 2), "")
                .row("ratio", Table.ratio(ratio), "<= 1.1x: " + Table.verdict(ratio <= MOST_RATIO))
                .row("heap in use before, after 1,000 and after 2,000 jobs, MB", String.join(" / ", heap), "flat");
    }

    private Path home(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }
}
