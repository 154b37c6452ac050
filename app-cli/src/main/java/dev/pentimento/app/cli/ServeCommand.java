package dev.pentimento.app.cli;

import dev.pentimento.app.cli.Interruption.Answer;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.ServingDocument;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.ports.spi.Server;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = {
            "Answers over HTTP, and works on all jobs of the home.",
            "On Ctrl-C it begins nothing new, and what is under way has 30 seconds to finish; the rest is left to others."
        })
final class ServeCommand implements Callable<Integer> {
    /** A little more than answers and calls under way have time to finish. */
    private static final Duration STOPPING = Duration.ofSeconds(50);

    private final Session session;
    private final Console console;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on.")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on; 0 picks a free one.")
    private @Nullable String port;

    @Option(names = "--workers", paramLabel = "N", description = "Jobs worked on at the same time.")
    private @Nullable String workers;

    ServeCommand(Session session) {
        this.session = session;
        this.console = session.console();
    }

    @Override
    public Integer call() {
        GlobalOptions options = session.options();
        options.set("server.host", host);
        options.set("server.port", port);
        options.set("jobs.workers", workers);
        return session.withWorkbench(Working.ON_ALL_JOBS, this::serve);
    }

    private int serve(Workbench bench) {
        Waiting waiting = new Waiting();
        session.interruption().isAnswered(cause -> new Answer(waiting::breakOff, STOPPING));
        try {
            serve(waiting, bench);
            return ExitCodes.TERMINATED;
        } finally {
            session.interruption().takesNothingBack();
        }
    }

    private void serve(Waiting waiting, Workbench bench) {
        try (Server server = bench.serve()) {
            tellAddress(server);
            await(waiting);
        }
        console.hint("Ending; calls under way have 30 seconds to finish");
        bench.stopWorking();
    }

    private void tellAddress(Server server) {
        console.line(
                session.options().json()
                        ? Json.write(new ServingDocument(server.address().toString()))
                        : "Listening on " + server.address());
        console.flush();
    }

    private static void await(Waiting waiting) {
        try (waiting) {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            return; // as waiting knows
        }
    }
}
