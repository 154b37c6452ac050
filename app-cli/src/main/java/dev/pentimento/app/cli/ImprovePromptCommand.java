package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.PictureArgument;
import dev.pentimento.app.cli.document.ImprovedDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.prompt.Legibility;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.in.ImprovePrompt;
import dev.pentimento.ports.in.RefineImage.Picture;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "improve-prompt",
        description = {
            "Judges the image that a prompt made, and words the prompt anew by what it lacks.",
            "Where that costs money, each question is a job: paid once, and its answer kept for whoever asks the same."
        },
        footer = {"", "Example:", "  pentimento improve-prompt A1 \"a red fox in the woods\" --mood mysterious"})
final class ImprovePromptCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            index = "0",
            paramLabel = "IMAGE|URL|VERSION",
            description = "What the prompt made: a file, - for standard input, a URL, or a version such as A1.")
    private PictureArgument image = new PictureArgument("A");

    @Parameters(index = "1", paramLabel = "PROMPT", description = "The prompt that made it.")
    private String prompt = "";

    @Option(
            names = "--brief",
            paramLabel = "TEXT",
            description = "What was asked for at first, where the prompt says something else by now.")
    private String brief = "";

    @Mixin
    private SceneOptions options = new SceneOptions();

    @Mixin
    private TermsOptions terms = new TermsOptions();

    ImprovePromptCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (Legibility.isBlank(prompt)) {
            throw new IllegalArgumentException("The prompt is empty; name the one that made the image");
        }
        Scene scene = options.scene(Legibility.isBlank(brief) ? prompt : brief);
        Picture picture = Pictures.picture(image, session.imageFiles());
        Pictures.announce(List.of(picture), session.console());
        return session.withWorkbench(bench -> {
            Picture checked = Pictures.checked(picture, bench);
            tell(new QuestionDesk(session)
                    .ask(
                            terms,
                            agreed -> bench.useCases()
                                    .improvePrompt()
                                    .handle(new ImprovePrompt.Query(UserId.LOCAL, checked, scene, prompt, agreed))));
            return ExitCodes.OK;
        });
    }

    private void tell(ImprovePrompt.Improved improved) {
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(ImprovedDocument.of(improved, prompt)));
        } else {
            new JudgementLines(console.paint()).of(improved).forEach(console::line);
        }
    }
}
