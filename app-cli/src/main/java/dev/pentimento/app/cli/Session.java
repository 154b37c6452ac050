package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.ImageFiles;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Surroundings;
import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.bootstrap.Settings;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run of the command line. Settings are read and the home is opened only when a command asks for them. */
final class Session {
    private final Surroundings surroundings;
    private final Function<Settings.Sources, Home> homes;
    private final GlobalOptions options = new GlobalOptions();
    private final Interruption interruption;
    private final Console console;
    private @Nullable Home home;

    Session(Surroundings surroundings, Function<Settings.Sources, Home> homes) {
        this.surroundings = surroundings;
        this.homes = homes;
        this.interruption = new Interruption(surroundings.interrupts());
        this.console = new Console(surroundings, options::manner);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    GlobalOptions options() {
        return options;
    }

    Console console() {
        return console;
    }

    Interruption interruption() {
        return interruption;
    }

    Home home() {
        Home known = home;
        if (known == null) {
            known = homes.apply(
                    new Settings.Sources(options.flags(), surroundings.environment(), surroundings.workingDirectory()));
            home = known;
        }
        return known;
    }

    ImageFiles imageFiles() {
        return new ImageFiles(
                surroundings.workingDirectory(),
                surroundings.in(),
                home().intakeLimits().maxBytes());
    }

    /** What {@code work} gives with the home open, where no job is worked on; the home is closed afterwards. */
    <T> T withWorkbench(Function<Workbench, T> work) {
        return withWorkbench(Working.ON_NOTHING, work);
    }

    /** What {@code work} gives with the home open; the home is closed afterwards. */
    <T> T withWorkbench(Working working, Function<Workbench, T> work) {
        try (Workbench bench = home().open(working)) {
            return work.apply(bench);
        }
    }
}
