package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.Conversions;
import picocli.CommandLine;

/** All commands, wired. */
final class CommandTree {
    private final Session session;
    private final Failures failures;

    CommandTree(Session session) {
        this.session = session;
        this.failures = new Failures(session);
    }

    CommandLine plant() {
        JobDesk desk = new JobDesk(session, failures);
        CommandLine root = new CommandLine(new RootCommand(session));
        root.addMixin("everywhere", session.options());
        root.addSubcommand(new RefineCommand(session, desk));
        root.addSubcommand(new GenerateCommand(session, desk));
        root.addSubcommand(new ImportCommand(session));
        root.addSubcommand(new ConceptsCommand(session));
        root.addSubcommand(new ShowCommand(session));
        root.addSubcommand(new LineageCommand(session));
        root.addSubcommand(new CompareCommand(session));
        root.addSubcommand(new ProvidersCommand(session));
        root.addSubcommand(new DoctorCommand(session));
        root.addSubcommand(new ConfigCommand(session));
        root.addSubcommand(new CompletionCommand(session));
        root.addSubcommand(new CommandLine.HelpCommand());
        return settle(root);
    }

    private CommandLine settle(CommandLine root) {
        Conversions.register(root);
        return root.setExpandAtFiles(false)
                .setParameterExceptionHandler(new UsageFailures(session, failures))
                .setExecutionExceptionHandler((failure, command, parsed) -> failures.tell(failure))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
