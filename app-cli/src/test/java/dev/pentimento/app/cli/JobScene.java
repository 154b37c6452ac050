package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.app.cli.terminal.Interrupts.Cause;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.Delivery;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.testkit.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Jobs in a home in memory, and the command line on it. */
abstract class JobScene {
    static final String FIRST = "00000000-0000-0002-0000-000000000001";

    @TempDir
    Path folder;

    final FakeHome home = new FakeHome();
    final List<List<String>> started = new ArrayList<>();

    @BeforeEach
    final void aCatLiesInTheFolder() throws IOException {
        Files.write(folder.resolve("cat.png"), new byte[] {'c', 'a', 't'});
    }

    final CommandRun here() {
        return new CommandRun(folder, home).starting(started::add);
    }

    final JsonNode json(String... arguments) throws IOException {
        return tree(here().run(arguments).out());
    }

    static JsonNode tree(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }

    Ending interrupted(Cause cause, String... arguments) {
        FakeSignals signals = new FakeSignals();
        home.bench.whileWatched = () -> {
            signals.send(cause);
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        };
        return here().interruptedBy(signals).run(arguments);
    }

    Job accept(String prompt) {
        Refinement refinement = new Refinement.PromptRefinement(new Instruction(prompt), null);
        return home.bench.accept(
                new Work.RefineVersion(home.bench.original.id(), List.of(), refinement, Knobs.DEFAULT, Brief.EMPTY));
    }

    Job end(Job job, UnaryOperator<Job> ending) {
        Job ended = ending.apply(job);
        home.bench.jobs.set(home.bench.jobs.indexOf(job), ended);
        return ended;
    }

    static RetryJob.Outcome submitted(Job failed) {
        return new RetryJob.Submitted(new RefineImage.Accepted(failed.retry(), null));
    }

    static Ticket ticket(Job job) {
        Ticket ticket = Fixtures.aTicketFor(job);
        assertThat(ticket.notBefore()).isEqualTo(FakeWorkbench.START);
        return ticket;
    }

    static CallState done(Cost cost) {
        ProviderReport report =
                new ProviderReport("paid", "model-1", "a fox", List.of(), cost, Usage.UNKNOWN, "r-1", true);
        return new CallState.Done(new Delivery(List.of(), report));
    }

    static ProviderCall call(int part, CallState state) {
        ProviderCall planned = Fixtures.aPlannedCallOf(Fixtures.aPendingJob(), Cost.estimated(40_000));
        return new ProviderCall(
                planned.id(),
                planned.job(),
                UserId.LOCAL,
                part,
                1,
                1,
                "paid",
                null,
                planned.request(),
                planned.estimate(),
                state,
                FakeWorkbench.START,
                FakeWorkbench.START);
    }
}
