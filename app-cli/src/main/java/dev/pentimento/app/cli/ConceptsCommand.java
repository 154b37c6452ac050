package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.ConceptsDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.ListConcepts;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "concepts", description = "Lists your concepts, newest first.")
final class ConceptsCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Session session;

    ConceptsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<ListConcepts.Summary> concepts = session.withWorkbench(
                bench -> bench.useCases().listConcepts().handle(new ListConcepts.Query(UserId.LOCAL)));
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(ConceptsDocument.of(concepts)));
        } else if (concepts.isEmpty()) {
            console.line("There is no concept yet; begin with: pentimento refine IMAGE \"...\"");
        } else {
            concepts.forEach(concept -> console.line(line(concept)));
        }
        return ExitCodes.OK;
    }

    private String line(ListConcepts.Summary summary) {
        String time = TIME.format(
                summary.concept().createdAt().atZone(session.surroundings().zone()));
        return "%s  %s  %4d %s%s"
                .formatted(
                        session.console().paint().strong(summary.concept().id().toString()),
                        session.console().paint().faint(time),
                        summary.versions(),
                        summary.versions() == 1 ? "version " : "versions",
                        ConceptWords.about(summary.concept().brief()));
    }
}
