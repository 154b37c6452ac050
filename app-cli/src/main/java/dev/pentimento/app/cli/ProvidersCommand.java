package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.ProvidersDocument;
import dev.pentimento.app.cli.document.ProvidersDocument.Editing;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Words;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "providers", description = "Lists the configured providers and what each can do by itself.")
final class ProvidersCommand implements Callable<Integer> {
    private final Session session;

    ProvidersCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ProvidersDocument providers = ProvidersDocument.of(
                session.withWorkbench(bench -> bench.useCases().listProviders().handle()));
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(providers));
        } else {
            providers.providers().forEach(this::tell);
        }
        return ExitCodes.OK;
    }

    private void tell(ProvidersDocument.Entry provider) {
        Console console = session.console();
        ResultLines result = new ResultLines(console.paint());
        console.line("%s  %s"
                .formatted(
                        console.paint().strong(Words.line(provider.name())),
                        console.paint().faint(Words.line(provider.description()))));
        console.line(result.fact("roles", String.join(", ", provider.roles())));
        tellKey(provider, result);
        Editing editing = provider.editing();
        if (editing != null) {
            console.line(result.fact("edits", String.join(", ", editing.types())));
            console.line(result.fact("by itself", abilities(editing)));
        }
        tellModels(provider, result);
    }

    private void tellKey(ProvidersDocument.Entry provider, ResultLines result) {
        if (provider.keyFrom() != null) {
            boolean found = provider.key().equals("found");
            session.console().line(result.fact("key", (found ? "found: " : "missing, set ") + provider.keyFrom()));
        }
    }

    /** Those that the settings name, with their warnings; of the others there may be many, and --json has them all. */
    private void tellModels(ProvidersDocument.Entry provider, ResultLines result) {
        provider.models().stream()
                .filter(model -> model.configured() || !model.warnings().isEmpty())
                .forEach(model -> tell(model, result));
        long others = provider.models().stream()
                .filter(model -> !model.configured() && model.warnings().isEmpty())
                .count();
        if (others > 0) {
            session.console().line(result.fact("models", "%d more are known; see --json".formatted(others)));
        }
    }

    private void tell(ProvidersDocument.Model model, ResultLines result) {
        Console console = session.console();
        String prices = model.prices().isEmpty() ? "price unknown" : "priced";
        console.line(result.fact(
                "model",
                "%s (%s; %s, read on %s from %s)"
                        .formatted(
                                Words.line(model.id()),
                                String.join(", ", model.uses()),
                                prices,
                                model.checked(),
                                Words.line(model.source()))));
        model.warnings()
                .forEach(warning -> console.line(result.fact("", console.paint().warning(Words.line(warning)))));
    }

    private static String abilities(Editing editing) {
        return "masks %s, references %d, strength %s, seed %s, candidates %d"
                .formatted(
                        yes(editing.mask()),
                        editing.maxReferences(),
                        yes(editing.strength()),
                        yes(editing.seed()),
                        editing.maxCandidates());
    }

    private static String yes(boolean can) {
        return can ? "yes" : "no";
    }
}
