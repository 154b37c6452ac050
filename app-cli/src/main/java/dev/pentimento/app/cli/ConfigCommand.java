package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.SettingsDocument;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.bootstrap.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "config", description = "Shows the effective settings and where each comes from; secrets are masked.")
final class ConfigCommand implements Callable<Integer> {
    private final Session session;

    ConfigCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Settings.Entry> settings = session.home().settings();
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(SettingsDocument.of(settings)));
            return ExitCodes.OK;
        }
        int width =
                settings.stream().mapToInt(entry -> entry.key().length()).max().orElse(1);
        String form = "%-" + width + "s  %s  %s";
        settings.forEach(entry -> console.line(form.formatted(
                entry.key(),
                console.paint().strong(Words.line(entry.value())),
                console.paint().faint("(" + Words.line(entry.origin()) + ")"))));
        return ExitCodes.OK;
    }
}
