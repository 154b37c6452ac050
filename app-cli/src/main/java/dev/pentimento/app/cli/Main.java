package dev.pentimento.app.cli;

import dev.pentimento.app.cli.terminal.ProcessSurroundings;
import java.util.List;

/** The command {@code pentimento}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        if (List.of(arguments).contains("--debug")) {
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
            System.setProperty("org.slf4j.simpleLogger.log.dev.pentimento", "debug");
        }
        if (List.of(arguments).contains("--quiet")) {
            System.setProperty("org.slf4j.simpleLogger.log.pentimento.access", "off");
        }
        System.exit(new Program(ProcessSurroundings.of(Main.class), ConfiguredHome::from).run(arguments));
    }
}
