package dev.pentimento.app.cli;

import dev.pentimento.app.cli.terminal.Interrupts;
import dev.pentimento.app.cli.terminal.Surroundings;
import dev.pentimento.bootstrap.Settings;
import dev.pentimento.ports.failure.StorageFailure;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The command line without a process around it. */
final class Program {
    private final Surroundings surroundings;
    private final Session session;

    Program(Surroundings surroundings, Function<Settings.Sources, Home> homes) {
        this.surroundings = surroundings;
        this.session = new Session(surroundings, homes);
    }

    /** Does what the arguments say and gives the exit code. For one run. */
    int run(String... arguments) {
        Interruption interruption = session.interruption();
        Interrupts.Watch watch = surroundings.interrupts().onInterrupt(interruption::happens);
        try {
            return execute(arguments);
        } finally {
            interruption.runIsOver();
            watch.close();
        }
    }

    private int execute(String... arguments) {
        Failures failures = new Failures(session);
        try {
            int code = carryOut(failures, arguments);
            session.console().flush();
            return code;
        } catch (StorageFailure e) {
            return failures.tell(e);
        }
    }

    private int carryOut(Failures failures, String... arguments) {
        try {
            return commands(List.of(arguments)).execute(arguments);
        } catch (OutOfMemoryError e) {
            return failures.tell(e);
        }
    }

    /** Help is written while parsing, when only the bare arguments can tell whether it is to be coloured. */
    private CommandLine commands(List<String> arguments) {
        boolean colorful = session.console().paint().isColorful() && !arguments.contains("--no-color");
        return new CommandTree(session)
                .plant(arguments)
                .setColorScheme(Help.defaultColorScheme(colorful ? Help.Ansi.ON : Help.Ansi.OFF));
    }
}
