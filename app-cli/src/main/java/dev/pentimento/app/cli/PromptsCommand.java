package dev.pentimento.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "prompts", description = "Works on files of prompts.", synopsisSubcommandLabel = "COMMAND")
final class PromptsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private PromptsCommand() {}

    static CommandLine with(FillPromptsCommand fill) {
        return new CommandLine(new PromptsCommand()).addSubcommand("fill", fill);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do with the prompts, such as: pentimento prompts fill prompts.json");
    }
}
