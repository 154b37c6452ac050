package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.PictureArgument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.JudgementDocument;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.in.EvaluateImage;
import dev.pentimento.ports.in.RefineImage.Picture;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        description = {
            "Judges an image by what was asked for: a checklist is written from the words, each check answered, and a score computed.",
            "Where that costs money, each question is a job: paid once, and its answer kept for whoever asks the same."
        },
        footer = {"", "Example:", "  pentimento evaluate A1 --prompt \"a red fox in the woods\" --mood mysterious"})
final class EvaluateCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "IMAGE|URL|VERSION",
            description = "A file, - for standard input, a URL, or a version such as A1.")
    private PictureArgument image = new PictureArgument("A");

    @Option(names = "--prompt", paramLabel = "TEXT", description = "What was asked for, in the original words.")
    private @Nullable String prompt;

    @Mixin
    private SceneOptions options = new SceneOptions();

    @Mixin
    private TermsOptions terms = new TermsOptions();

    EvaluateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Scene scene = options.scene(prompt);
        if (scene.text().isEmpty()) {
            throw new IllegalArgumentException(
                    "Say what the image shall show, such as: --prompt \"a red fox in the woods\"");
        }
        Picture picture = Pictures.picture(image, session.imageFiles());
        Pictures.announce(List.of(picture), session.console());
        return session.withWorkbench(bench -> {
            Picture checked = Pictures.checked(picture, bench);
            tell(new QuestionDesk(session)
                    .ask(
                            terms,
                            agreed -> bench.useCases()
                                    .evaluateImage()
                                    .handle(new EvaluateImage.Query(UserId.LOCAL, checked, scene, agreed))));
            return ExitCodes.OK;
        });
    }

    private void tell(EvaluateImage.Judgement judgement) {
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(JudgementDocument.of(judgement)));
        } else {
            new JudgementLines(console.paint()).of(judgement).forEach(console::line);
        }
    }
}
