package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.ImageFiles;
import dev.pentimento.app.cli.argument.PictureArgument;
import dev.pentimento.app.cli.document.Located;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.SourceUrl;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.prompt.Legibility;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.RefineImage.Picture;
import dev.pentimento.ports.in.ShowVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "refine",
        description = "Changes an image as you say, and keeps both.",
        footer = {
            "",
            "Examples:",
            "  pentimento refine cat.png \"make it warmer\"",
            "  pentimento refine https://example.com/cat.png \"make it warmer\"",
            "  pentimento refine A1 \"remove the sign\" --mask rect:0.1,0.2,0.3,0.4",
            "  pentimento refine A1 \"use this dog\" --type subject --reference dog.png",
            "  pentimento refine A1 \"make it warmer\" --async"
        })
final class RefineCommand implements Callable<Integer> {
    private static final Pattern SENTENCE_END = Pattern.compile("\\p{Punct}$");

    private final Session session;
    private final JobDesk desk;

    @Parameters(
            index = "0",
            paramLabel = "IMAGE|URL|VERSION",
            description = "A file, a URL, - for standard input, or a version: its id or its label, such as A1.")
    private PictureArgument image = new PictureArgument("-");

    @Parameters(index = "1", arity = "0..1", paramLabel = "PROMPT", description = "What should change.")
    private String prompt = "";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            completionCandidates = Choices.Types.class,
            description =
                    "prompt: as the prompt says; subject: replace the subject; text: correct lettering; default: prompt.")
    private RefinementKind type = RefinementKind.PROMPT;

    @Option(
            names = "--instructions",
            paramLabel = "TEXT",
            description = "What to replace or correct, in place of PROMPT or after it.")
    private String instructions = "";

    @Option(
            names = "--reference",
            paramLabel = "IMAGE",
            description = "A further image the prompt speaks of, such as the subject; may be repeated.")
    private List<PictureArgument> references = new ArrayList<>();

    @Mixin
    private MaskOptions mask = new MaskOptions();

    @Mixin
    private KnobOptions freedom = new KnobOptions();

    @Mixin
    private BriefOptions brief = new BriefOptions();

    @Option(
            names = "--concept",
            paramLabel = "ID",
            description = "Where a new file belongs; default: a concept of its own.")
    private @Nullable String concept;

    @Mixin
    private ProviderOptions provider = new ProviderOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private AsyncOption async = new AsyncOption();

    @Mixin
    private DryRunOption dryRun = new DryRunOption();

    RefineCommand(Session session, JobDesk desk) {
        this.session = session;
        this.desk = desk;
    }

    /** Everything that can be wrong with the arguments is found before the home is opened. */
    @Override
    public Integer call() {
        Instruction instruction = instruction();
        Knobs knobs = freedom.knobs(provider.seed());
        Task task = async.task("Refining", output.destination(session, knobs.candidates()));
        ImageFiles files = session.imageFiles();
        Picture base = Pictures.picture(image, files);
        List<Picture> further = references.stream()
                .map(reference -> Pictures.picture(reference, files))
                .toList();
        MaskOptions.Masking masking = mask.read(files);
        Wish wish = new Wish(base, further, refinement(instruction, masking.spec()), masking.pictures(), knobs);
        return dryRun.isOn()
                ? dryRun.tell(
                        session,
                        task,
                        bench -> bench.useCases().planRefinement().handle(command(bench, wish)))
                : session.withWorkbench(task.working(), bench -> carryOut(bench, wish, task));
    }

    /** What is wanted, as far as it can be said without the home. */
    private record Wish(
            Picture base, List<Picture> references, Refinement refinement, List<ImageFile> maskPictures, Knobs knobs) {}

    private Instruction instruction() {
        String first = Legibility.visible(prompt).strip();
        String second = Legibility.visible(instructions).strip();
        if (first.isEmpty() || second.isEmpty()) {
            return new Instruction(first + second);
        }
        return new Instruction(first + (SENTENCE_END.matcher(first).find() ? " " : ". ") + second);
    }

    private Refinement refinement(Instruction instruction, @Nullable MaskSpec where) {
        if (type == RefinementKind.SUBJECT) {
            return new Refinement.SubjectRepair(instruction, where);
        }
        return type == RefinementKind.TEXT
                ? new Refinement.TextRepair(instruction, where)
                : new Refinement.PromptRefinement(instruction, where);
    }

    private int carryOut(Workbench bench, Wish wish, Task task) {
        RefineImage.Command command = command(bench, wish);
        RefineImage.Submission submission = bench.useCases().refineImage().handle(command);
        tellAboutBase(submission, bench);
        tellWhatHasNoEffect(submission);
        return desk.answer(submission, task, bench);
    }

    private void tellAboutBase(RefineImage.Submission submission, Workbench bench) {
        if (submission instanceof RefineImage.Accepted accepted && accepted.base() != null) {
            Located base = Located.inVault(bench.useCases()
                    .showVersion()
                    .handle(ShowVersion.Query.of(accepted.base().version())));
            FileWords.of(accepted.base(), base)
                    .forEach(words -> session.console().hint(Words.line(shownName()) + ": " + words));
        }
    }

    private void tellWhatHasNoEffect(RefineImage.Submission submission) {
        if (submission instanceof RefineImage.Accepted accepted) {
            accepted.treatments().stream()
                    .filter(treatment -> treatment.means() == Means.LEFT_OUT)
                    .map(treatment ->
                            "%s %s".formatted(accepted.accepted().provider().name(), treatment.how()))
                    .forEach(words -> session.console().hint(Words.line(words)));
        }
    }

    /** Without the query of a URL, which may hold a signature. */
    private String shownName() {
        return image.url().map(url -> SourceUrl.of(url).shown()).orElse(image.text());
    }

    private RefineImage.Command command(Workbench bench, Wish wish) {
        Picture base = Pictures.checked(wish.base(), bench);
        List<Picture> further = wish.references().stream()
                .map(reference -> Pictures.checked(reference, bench))
                .toList();
        Pictures.announce(List.of(base), session.console());
        Pictures.announce(further, session.console());
        return new RefineImage.Command(
                UserId.LOCAL,
                base,
                further,
                wish.refinement(),
                wish.maskPictures(),
                wish.knobs(),
                brief.brief(""),
                provider.choice(),
                Pictures.concept(concept, bench),
                Priority.NORMAL);
    }
}
