package dev.pentimento.app.cli;

import dev.pentimento.app.cli.Interruption.Answer;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.WorkedDocument;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.ports.in.CountOpenJobs;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "work",
        description = {
            "Works on waiting jobs until none is left.",
            "Several processes may do so on one home. On Ctrl-C it begins nothing new, and what is under way has 30 seconds to finish; the rest is left to others."
        })
final class WorkCommand implements Callable<Integer> {
    /** How long it waits for more. */
    private static final Duration CALM = Duration.ofSeconds(3);

    /** A little more than calls under way have time to finish. */
    private static final Duration STOPPING = Duration.ofSeconds(35);

    private final Session session;
    private final Console console;

    @Option(names = "--keep", description = "Stay and wait for more.")
    private boolean keep;

    @Option(names = "--single", description = "Do nothing if another process works on this home already.")
    private boolean single;

    WorkCommand(Session session) {
        this.session = session;
        this.console = session.console();
    }

    @Override
    public Integer call() {
        if (single && session.home().isWorkedOn()) {
            console.hint("Another process works on this home already");
            return ExitCodes.OK;
        }
        return session.withWorkbench(Working.ON_ALL_JOBS, this::work);
    }

    private int work(Workbench bench) {
        Waiting waiting = new Waiting();
        session.interruption().isAnswered(cause -> new Answer(waiting::breakOff, STOPPING));
        try {
            await(waiting, bench);
            return end(waiting.isBrokenOff(), bench);
        } finally {
            session.interruption().takesNothingBack();
        }
    }

    private void await(Waiting waiting, Workbench bench) {
        Pulse line = OpenJobsLine.begin(console, bench);
        try (waiting) {
            if (keep) {
                new CountDownLatch(1).await();
            } else {
                bench.workUntilDone(CALM);
            }
        } catch (InterruptedException e) {
            return; // as waiting knows
        } finally {
            line.close();
        }
    }

    private int end(boolean interrupted, Workbench bench) {
        if (interrupted) {
            console.hint("Ending; calls under way have 30 seconds to finish");
        }
        bench.stopWorking();
        CountOpenJobs.Count left = bench.useCases().countOpenJobs().handle();
        if (session.options().json()) {
            console.line(Json.write(WorkedDocument.of(left)));
        }
        console.hint(
                left.total() == 0 ? "Nothing is left to do" : "Left to others: " + Words.count(left.total(), "job"));
        return interrupted ? ExitCodes.TERMINATED : ExitCodes.OK;
    }
}
