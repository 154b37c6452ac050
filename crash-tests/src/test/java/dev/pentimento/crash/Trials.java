package dev.pentimento.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.job.Job;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Each in a home of its own, a process ends at a point, and this one goes on with its work. */
final class Trials implements AutoCloseable {
    /** More than there are processors, so that none is idle while a process waits for its disk. */
    private static final int PROCESSES_AT_ONCE = 3;

    private final ExecutorService beginners = Executors.newFixedThreadPool(PROCESSES_AT_ONCE);
    private final ExecutorService successors = Executors.newCachedThreadPool();
    private final Map<Halt, CompletableFuture<Trial>> results = new HashMap<>();
    private final Path homes;
    private final List<String> faults;

    private Trials(Path homes, List<String> faults) {
        this.homes = homes;
        this.faults = faults;
    }

    /**
     * Where a process ends.
     *
     * @param time which time it gets there
     * @param fate what becomes of the job then
     */
    record Halt(CommitPoint point, int time, Mode mode, Fate fate) {
        static Halt first(CommitPoint point, Mode mode) {
            return new Halt(point, 1, mode, point.fate(mode));
        }

        /** Every point, on the line and in the queue. */
        static Stream<Halt> all() {
            Stream<Halt> firstTimes = Arrays.stream(CommitPoint.values())
                    .flatMap(point -> Stream.of(first(point, Mode.SYNC), first(point, Mode.QUEUE)))
                    .filter(halt -> halt.fate != Fate.NOT_HERE);
            return Stream.concat(firstTimes, secondTimes());
        }

        /** The picture of the version, when the result is safe. */
        private static Stream<Halt> secondTimes() {
            return Stream.of(CommitPoint.BEFORE_FILE_MOVED, CommitPoint.AFTER_FILE_MOVED, CommitPoint.IMAGE_STORED)
                    .map(point -> new Halt(point, 2, Mode.SYNC, Fate.DONE));
        }

        String fault() {
            return "%s=%s:%d".formatted(Faults.HALT, point, time);
        }

        @Override
        public String toString() {
            return "%s:%d %s".formatted(point, time, mode.setting());
        }
    }

    /**
     * What has become of it all.
     *
     * @param problems what the audit found
     * @param bills how many requests are on the bill
     */
    record Trial(List<String> problems, List<Job> jobs, int bills) {
        /** What is not as {@code fate} says. */
        List<String> mismatches(Fate fate) {
            List<String> mismatches = new ArrayList<>();
            if (!fate.allows(bills)) {
                mismatches.add("%s, and on the bill are %d".formatted(fate, bills));
            }
            if (jobs.size() != (fate == Fate.NEVER_SUBMITTED ? 0 : 1)) {
                mismatches.add("%s, and the jobs are %s".formatted(fate, jobs));
            }
            jobs.stream()
                    .filter(job -> fate.status() != null && !fate.isOf(job))
                    .forEach(job -> mismatches.add("%s, and the job is %s".formatted(fate, job)));
            return mismatches;
        }
    }

    /** @param faults beside the halts, such as {@code fault.forget=SENDING} */
    static Trials begin(Path homes, List<Halt> halts, String... faults) {
        Trials trials = new Trials(homes, List.of(faults));
        halts.forEach(trials::begin);
        return trials;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // result() looks at it
    private void begin(Halt halt) {
        results.put(
                halt,
                CompletableFuture.supplyAsync(() -> halted(halt), beginners)
                        .thenApplyAsync(Trials::finish, successors));
    }

    private Studio halted(Halt halt) {
        Studio studio = Studio.open(homes.resolve(halt.toString().replace(' ', '-')), halt.mode());
        List<String> all = new ArrayList<>(faults);
        all.add(halt.fault());
        try (WorkerProcess process = halt.point().scene().play(studio, all.toArray(String[]::new))) {
            assertThat(process.end()).as("exit code").isEqualTo(Faults.HALTED);
        }
        studio.openGate();
        return studio;
    }

    private static Trial finish(Studio halted) {
        try (Studio studio = halted) {
            studio.finish();
            return new Trial(Audit.problems(studio, List.of()), studio.jobs(), studio.bills());
        }
    }

    Trial result(Halt halt) {
        CompletableFuture<Trial> result = results.get(halt);
        if (result == null) {
            throw new IllegalArgumentException("Not begun: " + halt);
        }
        return result.join();
    }

    @Override
    public void close() {
        beginners.shutdownNow();
        successors.shutdownNow();
    }
}
