package dev.pentimento.app.cli;

import dev.pentimento.app.cli.completion.FishCompletion;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "Prints a completion script for a shell.",
        footer = {
            "",
            "  bash, zsh: source <(pentimento completion bash)",
            "  fish:      pentimento completion fish | source"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private Shell shell = Shell.bash;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(Session session) {
        this.session = session;
    }

    /** Named as users type it. */
    private enum Shell {
        bash,
        zsh,
        fish
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        String script = shell == Shell.fish
                ? FishCompletion.script(root.getCommandSpec())
                : AutoComplete.bash(spec.root().name(), root);
        session.console().line(script);
        return ExitCodes.OK;
    }
}
