package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.Conversions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands, wired. */
final class CommandTree {
    private static final Set<String> SPEAK_OF_ALL = Set.of("help", "completion");
    private static final Set<List<String>> SPEAK_OF_NONE = Set.of(List.of("--version"), List.of("-V"));

    private final Session session;
    private final Failures failures;
    private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

    CommandTree(Session session) {
        this.session = session;
        this.failures = new Failures(session);
        JobWatch watch = new JobWatch(session, failures);
        JobDesk desk = new JobDesk(session, failures, watch);
        commands.put("refine", () -> new RefineCommand(session, desk));
        commands.put("generate", () -> new GenerateCommand(session, desk));
        commands.put("batch", () -> new BatchCommand(session, failures));
        commands.put("report", () -> new ReportCommand(session));
        commands.put("evaluate", () -> new EvaluateCommand(session));
        commands.put("improve-prompt", () -> new ImprovePromptCommand(session));
        commands.put("prompts", () -> PromptsCommand.with(new FillPromptsCommand(session, failures)));
        commands.put("import", () -> new ImportCommand(session));
        commands.put("jobs", () -> new JobsCommand(session));
        commands.put("watch", () -> new WatchCommand(session, watch));
        commands.put("cancel", () -> new CancelCommand(session));
        commands.put("retry", () -> new RetryCommand(session, failures, desk));
        commands.put("work", () -> new WorkCommand(session));
        commands.put("serve", () -> new ServeCommand(session));
        commands.put("keys", () -> KeyCommands.plant(session));
        commands.put("cost", () -> new CostCommand(session));
        commands.put("concepts", () -> new ConceptsCommand(session));
        commands.put("show", () -> new ShowCommand(session));
        commands.put("lineage", () -> new LineageCommand(session));
        commands.put("compare", () -> new CompareCommand(session));
        commands.put("replay", () -> new ReplayCommand(session, failures));
        commands.put("export", () -> new ExportCommand(session));
        commands.put("import-bundle", () -> new ImportBundleCommand(session));
        commands.put("verify", () -> new VerifyCommand(session));
        commands.put("providers", () -> new ProvidersCommand(session));
        commands.put("doctor", () -> new DoctorCommand(session));
        commands.put("config", () -> new ConfigCommand(session));
        commands.put("completion", () -> new CompletionCommand(session));
        commands.put("help", CommandLine.HelpCommand::new);
    }

    /** Describing a command takes longer than running many a one, so only what the arguments may speak of is described. */
    CommandLine plant(List<String> arguments) {
        CommandLine root = new CommandLine(new RootCommand(session));
        root.addMixin("everywhere", session.options());
        boolean all = speakOfAll(arguments);
        commands.forEach((name, command) -> {
            if (all || arguments.contains(name)) {
                root.addSubcommand(name, command.get());
            }
        });
        return settle(root);
    }

    private boolean speakOfAll(List<String> arguments) {
        if (SPEAK_OF_NONE.contains(arguments)) {
            return false;
        }
        return arguments.stream().anyMatch(SPEAK_OF_ALL::contains)
                || arguments.stream().noneMatch(commands::containsKey);
    }

    private CommandLine settle(CommandLine root) {
        Conversions.register(root);
        return root.setOut(session.console().writer())
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(new UsageFailures(session, failures))
                .setExecutionExceptionHandler((failure, command, parsed) -> failures.tell(failure))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
