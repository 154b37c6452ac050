package dev.pentimento.app.cli.terminal;

import java.io.IOException;
import java.util.List;

/** Runs this program once more, so that it goes on when this run has ended and whatever becomes of the terminal. */
@FunctionalInterface
public interface Background {

    /** @throws IOException if it cannot be started; how it ends nobody learns */
    void run(List<String> arguments) throws IOException;
}
