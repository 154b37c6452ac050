package dev.pentimento.app.cli;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.prompt.Legibility;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.ports.in.GenerateConcept;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "generate",
        description = "Makes the originals of a new concept from words.",
        footer = {"", "Example:", "  pentimento generate \"a lighthouse at dusk\" --variants 3 --size 768x512"})
final class GenerateCommand implements Callable<Integer> {
    private final Session session;
    private final JobDesk desk;

    @Parameters(paramLabel = "PROMPT", description = "What the images should show.")
    private String prompt = "";

    @Mixin
    private BriefOptions brief = new BriefOptions();

    @Option(names = "--variants", paramLabel = "N", description = "How many originals; default: 1.")
    private int variants = 1;

    @Option(names = "--size", paramLabel = "WxH", description = "Size of each in pixels; default: 1024x1024.")
    private ImageSize size = new ImageSize(1024, 1024);

    @Option(
            names = "--palettes",
            paramLabel = "N",
            description = "In how many further palettes each original is shown; default: 0.")
    private int palettes;

    @Mixin
    private ProviderOptions provider = new ProviderOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private AsyncOption async = new AsyncOption();

    @Mixin
    private DryRunOption dryRun = new DryRunOption();

    GenerateCommand(Session session, JobDesk desk) {
        this.session = session;
        this.desk = desk;
    }

    @Override
    public Integer call() {
        GenerateConcept.Command command = new GenerateConcept.Command(
                UserId.LOCAL,
                new Instruction(Legibility.visible(prompt)),
                brief.brief(prompt),
                size,
                variants,
                palettes,
                provider.seed(),
                provider.choice(),
                Priority.NORMAL);
        Task task = async.task("Generating", output.destination(session, variants * (1 + palettes)));
        return dryRun.isOn()
                ? dryRun.tell(
                        session,
                        task,
                        bench -> bench.useCases().planGeneration().handle(command))
                : session.withWorkbench(
                        task.working(),
                        bench -> desk.answer(bench.useCases().generateConcept().handle(command), task, bench));
    }
}
