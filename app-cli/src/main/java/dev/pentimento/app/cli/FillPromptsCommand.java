package dev.pentimento.app.cli;

import dev.pentimento.app.cli.batch.WholeFile;
import dev.pentimento.app.cli.document.FilledDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.PromptsDocument;
import dev.pentimento.app.cli.document.PromptsDocument.Prompt;
import dev.pentimento.app.cli.prompts.PromptFile;
import dev.pentimento.app.cli.prompts.PromptFile.Entry;
import dev.pentimento.app.cli.prompts.PromptText;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.EvaluateImage.Terms;
import dev.pentimento.ports.in.WritePrompt;
import dev.pentimento.ports.in.WritePrompt.Written;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "fill",
        description = {
            "Writes the prompts that a file of prompts lacks, from title, scene and mood, into a new file.",
            "Prompts that are there stay as they are. Where writing costs money, each is a job: paid once, and kept for whoever asks the same."
        },
        footer = {"", "Example:", "  pentimento prompts fill prompts.json -o filled.json"})
final class FillPromptsCommand implements Callable<Integer> {
    private final Session session;
    private final Failures failures;

    @Parameters(paramLabel = "FILE", description = "Prompts in JSON or YAML; - for standard input.")
    private String file = "";

    @Option(names = "--in-place", description = "Write into the same file.")
    private boolean inPlace;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write; by default beside the file, as NAME.filled.json or .yaml.")
    private @Nullable String output;

    @Mixin
    private TermsOptions terms = new TermsOptions();

    FillPromptsCommand(Session session, Failures failures) {
        this.session = session;
        this.failures = failures;
    }

    @Override
    public Integer call() {
        Path folder = session.surroundings().workingDirectory();
        Path target = target(folder);
        PromptFile prompts =
                PromptFile.read(file, folder, session.surroundings().in());
        requireWords(prompts);
        new WholeFile(target).requirePlace();
        return session.withWorkbench(bench -> {
            Fillings fillings = new QuestionDesk(session)
                    .ask(terms, agreed -> fillings(prompts, bench.useCases().writePrompt(), agreed));
            if (!fillings.isInVain()) {
                write(target, prompts, fillings.written());
            }
            return end(target, fillings);
        });
    }

    private static void write(Path target, PromptFile prompts, Map<String, Written> written) {
        String json = Json.write(new PromptsDocument(
                prompts.model(),
                prompts.entries().stream().map(entry -> filled(entry, written)).toList()));
        new WholeFile(target).write(PromptText.isYaml(target.toString()) ? PromptText.asYaml(json) : json);
    }

    private Path target(Path folder) {
        if (inPlace && output != null) {
            throw new IllegalArgumentException("--in-place and --output exclude each other; give one of them");
        }
        if (file.equals("-") && output == null) {
            throw new IllegalArgumentException("Standard input has no place beside it; name a file with -o");
        }
        if (inPlace) {
            return folder.resolve(file).toAbsolutePath().normalize();
        }
        Path target = folder.resolve(output == null ? beside(file) : output)
                .toAbsolutePath()
                .normalize();
        if (output == null && Files.exists(target)) {
            throw new IllegalArgumentException(
                    "'%s' exists; name another file with -o, or write into the same with --in-place".formatted(target));
        }
        return target;
    }

    /** {@code a/prompts.json} becomes {@code a/prompts.filled.json}. */
    private static String beside(String name) {
        int dot = name.lastIndexOf('.');
        boolean extension = dot > Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
        return extension ? name.substring(0, dot) + ".filled" + name.substring(dot) : name + ".filled.json";
    }

    private void requireWords(PromptFile prompts) {
        List<String> problems = new ArrayList<>();
        List<Entry> entries = prompts.entries();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).scene().text().isEmpty()) {
                problems.add("prompt %d ('%s') has neither title, scene nor mood to write a prompt from"
                        .formatted(i + 1, entries.get(i).id()));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("%s: %s".formatted(file, String.join("; ", problems)));
        }
    }

    private Fillings fillings(PromptFile prompts, WritePrompt writePrompt, Terms agreed) {
        Fillings fillings = new Fillings();
        Terms left = agreed;
        for (Entry entry : prompts.entries()) {
            if (entry.scene().prompt().isEmpty()) {
                if (!session.console().isQuiet()) {
                    session.console().note("Writing the prompt of " + entry.id());
                }
                left = left.after(fill(entry, writePrompt, left, fillings));
            }
        }
        return fillings;
    }

    /** What cannot be used for one prompt says nothing of the others. */
    private static Cost fill(Entry entry, WritePrompt writePrompt, Terms left, Fillings fillings) {
        try {
            return fillings.add(
                    entry.id(), writePrompt.handle(new WritePrompt.Query(UserId.LOCAL, entry.scene(), left)));
        } catch (ProviderFailure.Unintelligible e) {
            return fillings.add(entry.id(), e);
        }
    }

    private static Prompt filled(Entry entry, Map<String, Written> written) {
        Written prompt = written.get(entry.id());
        return new Prompt(
                entry.id(),
                entry.scene().title(),
                entry.scene().scene(),
                entry.scene().mood(),
                prompt == null ? entry.scene().prompt() : prompt.prompt(),
                entry.model());
    }

    /** Gives the exit code. */
    private int end(Path target, Fillings fillings) {
        fillings.rejected()
                .forEach((id, failure) -> failures.note("prompt '%s': %s".formatted(id, failure.getMessage())));
        tell(target, fillings);
        return fillings.rejected().isEmpty() ? ExitCodes.OK : ExitCodes.FAILURE;
    }

    private void tell(Path target, Fillings fillings) {
        Console console = session.console();
        Map<String, Written> written = fillings.written();
        if (console.speaksJson()) {
            console.line(Json.write(
                    FilledDocument.of(fillings.isInVain() ? null : target.toString(), written, fillings.rejected())));
            return;
        }
        if (fillings.isInVain()) {
            return;
        }
        written.forEach((id, prompt) -> console.line("%s: %s".formatted(id, prompt.prompt())));
        console.line(
                written.isEmpty()
                        ? "No prompt was missing; written to %s".formatted(target)
                        : "%d written, to %s".formatted(written.size(), target));
    }
}
