package dev.pentimento.crash;

import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.testkit.paid.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Two processes work in one home; again and again one of them is killed at a random moment, and another takes its place. */
final class Siege {
    private static final int PROCESSES = 2;
    private static final int LONGEST_LIFE_MILLIS = 1500;
    private static final int JOBS_PER_KILL = 5;

    private final Studio studio;
    private final Random random;
    private final String[] faults;
    private final List<WorkerProcess> processes = new ArrayList<>();
    private final List<JobId> told = new ArrayList<>();

    private Siege(Studio studio, long seed, String... faults) {
        this.studio = studio;
        this.random = new Random(seed);
        this.faults = faults;
    }

    /**
     * What has become of it all.
     *
     * @param problems what the audit found
     */
    record Outcome(List<String> problems, String figures) {}

    /** Until so many processes were killed and all jobs are final. */
    static Outcome lay(Studio studio, int kills, long seed, String... faults) {
        Siege siege = new Siege(studio, seed, faults);
        try {
            for (int kill = 0; kill < kills; kill++) {
                siege.killOne();
            }
        } finally {
            siege.processes.forEach(WorkerProcess::kill);
        }
        siege.listen();
        studio.openGate();
        studio.finish();
        return new Outcome(Audit.problems(studio, siege.told), siege.figures(kills));
    }

    private void killOne() {
        while (processes.size() < PROCESSES) {
            processes.add(begun());
        }
        for (int job = 0; job < JOBS_PER_KILL; job++) {
            submit();
        }
        WorkerProcess victim = processes.get(random.nextInt(processes.size()));
        if (!victim.endsWithin(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)))) {
            victim.kill();
        }
        told.addAll(accepted(victim));
        processes.remove(victim);
    }

    /** Usually long enough ago to be at work. */
    private WorkerProcess begun() {
        WorkerProcess process = studio.start(Working.ON_ALL_JOBS, faults);
        return random.nextInt(4) == 0 ? process : process.awaitReady();
    }

    private void listen() {
        processes.forEach(process -> told.addAll(accepted(process)));
    }

    private static List<JobId> accepted(WorkerProcess process) {
        return process.overheard().stream()
                .filter(line -> line.startsWith("accepted "))
                .map(line -> JobId.parse(line.substring("accepted ".length())))
                .toList();
    }

    /** To a process that may be killed before it has taken the job, or to one that will not be. */
    private void submit() {
        String prompt = "job %d of this siege".formatted(random.nextInt(Integer.MAX_VALUE));
        int candidates = 1 + random.nextInt(3);
        Misfortune misfortune = Misfortune.of(studio.mode(), random);
        for (int request = 0; request < candidates; request++) {
            studio.vendor().nextFor(prompt, misfortune.next());
        }
        if (random.nextInt(3) == 0) {
            processes.get(random.nextInt(processes.size())).tell("refine " + candidates + " " + prompt);
        } else {
            told.add(studio.submit(candidates, prompt).id());
        }
    }

    private String figures(int kills) {
        List<Job> jobs = studio.jobs();
        List<ProviderCall> calls = jobs.stream()
                .flatMap(job -> studio.read(reader -> reader.calls(job.id())).stream())
                .toList();
        Map<JobStatus, Long> ends =
                jobs.stream().collect(Collectors.groupingBy(Job::status, TreeMap::new, Collectors.counting()));
        Map<CallStatus, Long> states = calls.stream()
                .collect(Collectors.groupingBy(ProviderCall::status, TreeMap::new, Collectors.counting()));
        int attempts = jobs.stream().mapToInt(Job::attempt).sum();
        return "%s: %d kills, %d jobs begun %d times, %s; %d calls, %s; %d on the bill"
                .formatted(studio.mode(), kills, jobs.size(), attempts, ends, calls.size(), states, studio.bills());
    }

    /** What goes wrong at the vendor. */
    private record Misfortune(Random random, List<Answer> lot) {
        /** As many times as it is drawn, of twenty. */
        static Misfortune of(Mode mode, Random random) {
            List<Answer> lot = new ArrayList<>();
            lot.addAll(List.of(
                    Answer.resetAfterReading(),
                    Answer.resetMidBody(),
                    Answer.dropAfterReading(),
                    Answer.truncated(),
                    Answer.hang(),
                    Answer.hangMidBody(),
                    Answer.garbage(),
                    Answer.status(500),
                    Answer.status(502).billed(),
                    Answer.moderated(),
                    Answer.status(401)));
            if (mode == Mode.SYNC) {
                lot.add(Answer.overloaded());
            }
            return new Misfortune(random, lot);
        }

        Answer next() {
            return switch (random.nextInt(4)) {
                case 0 -> lot.get(random.nextInt(lot.size()));
                case 1 -> Answer.image().after(Duration.ofMillis(random.nextInt(2000)));
                default -> Answer.image();
            };
        }
    }
}
