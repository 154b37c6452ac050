package dev.pentimento.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What all commands have in common. */
@Command(
        name = "pentimento",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpWidth = 100,
        description = "Refines images step by step and keeps every step.",
        synopsisSubcommandLabel = "COMMAND")
final class RootCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RootCommand(Session session) {
        this.session = session;
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(session.console().errors());
        return ExitCodes.USAGE;
    }
}
