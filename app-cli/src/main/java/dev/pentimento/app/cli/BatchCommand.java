package dev.pentimento.app.cli;

import dev.pentimento.app.cli.batch.BatchFolder;
import dev.pentimento.app.cli.document.BatchPlanDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.prompts.PromptFile;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.ports.in.PlanBatch;
import dev.pentimento.ports.in.RunBatch;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "batch",
        description = {
            "Takes the prompts of a file through the loop: makes images, has them judged, and makes them better.",
            "Every round is a branch of the lineage that can be refined by hand. On Ctrl-C nothing new is begun, what was sent is waited for, and all that is done stays; go on with --resume."
        },
        footer = {"", "Example:", "  pentimento batch examples/prompts.json --output-dir out --variants 2"})
final class BatchCommand implements Callable<Integer> {
    private final Session session;
    private final BatchDesk desk;

    @Parameters(paramLabel = "FILE", description = "Prompts in JSON or YAML; - for standard input.")
    private String file = "";

    @Option(names = "--output-dir", paramLabel = "DIR", required = true, description = "Where everything is written.")
    private String outputDir = "";

    @Option(
            names = "--resume",
            description = "Go on with the batch in the output folder; nothing is done or paid twice.")
    private boolean resume;

    @Option(names = "--dry-run", description = "Tell what would be done and for how much; ask nobody and keep nothing.")
    private boolean dryRun;

    @Mixin
    private BatchOptions options = new BatchOptions();

    @Mixin
    private ProviderOptions provider = new ProviderOptions();

    BatchCommand(Session session, Failures failures) {
        this.session = session;
        this.desk = new BatchDesk(session, failures);
    }

    @Override
    public Integer call() {
        Path workingDirectory = session.surroundings().workingDirectory();
        PromptFile prompts =
                PromptFile.read(file, workingDirectory, session.surroundings().in());
        RunBatch.Command wanted = command(prompts, null, news -> {});
        if (dryRun) {
            return plan(resume ? command(prompts, resumed(folder(workingDirectory)), news -> {}) : wanted);
        }
        BatchFolder folder = folder(workingDirectory);
        resumed(folder);
        folder.prepare();
        return desk.alone(folder, () -> work(prompts, folder));
    }

    private int work(PromptFile prompts, BatchFolder folder) {
        BatchId resumed = resumed(folder);
        return desk.work(
                folder, options.batchSize(), this::requireAsBegun, listener -> command(prompts, resumed, listener));
    }

    private void requireAsBegun(Batch batch) {
        options.requireAsBegun(batch);
        provider.requireAsBegun(batch);
    }

    private BatchFolder folder(Path workingDirectory) {
        if (outputDir.isBlank()) {
            throw new IllegalArgumentException("--output-dir is empty; name a folder, such as out");
        }
        return new BatchFolder(
                workingDirectory.resolve(outputDir).toAbsolutePath().normalize());
    }

    /** Null = a new one. Refused where the command says otherwise. */
    private @Nullable BatchId resumed(BatchFolder folder) {
        BatchId there = folder.batch().orElse(null);
        if (there == null && resume) {
            throw new IllegalArgumentException(
                    "There is no batch in '%s' to go on with; leave out --resume".formatted(folder.path()));
        }
        if (there != null && !resume) {
            throw new IllegalArgumentException(
                    "'%s' holds a batch already; go on with it by --resume, or name another folder with --output-dir"
                            .formatted(folder.path()));
        }
        return there;
    }

    private RunBatch.Command command(PromptFile prompts, @Nullable BatchId resumed, Consumer<RunBatch.News> listener) {
        return new RunBatch.Command(
                UserId.LOCAL,
                resumed,
                prompts.items(file),
                options.rules(),
                options.size(),
                provider.seed(),
                provider.choice(),
                options.budget(),
                options.batchSize(),
                listener);
    }

    private int plan(RunBatch.Command command) {
        PlanBatch.Plan plan =
                session.withWorkbench(bench -> bench.useCases().planBatch().handle(command));
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(BatchPlanDocument.of(plan)));
        } else {
            new BatchLines(console.paint()).of(plan).forEach(console::line);
        }
        return ExitCodes.OK;
    }
}
