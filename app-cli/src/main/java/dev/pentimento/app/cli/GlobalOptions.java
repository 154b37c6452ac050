package dev.pentimento.app.cli;

import dev.pentimento.app.cli.terminal.Console.Manner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What may be said before and after every command's name. */
final class GlobalOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            order = 100,
            description = "Where images and records are kept.")
    private @Nullable String home;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            order = 101,
            description = "Settings to use in place of pentimento.yml.")
    private @Nullable String config;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            order = 102,
            description = "Answer with one JSON document, as into a pipe.")
    private boolean json;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, order = 103, description = "No progress and no hints.")
    private boolean quiet;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, order = 104, description = "No colours.")
    private boolean noColor;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            order = 105,
            description = "Logs and stack traces on standard error.")
    private boolean debug;

    private final Map<String, String> ofTheCommand = new LinkedHashMap<>();

    /** For arguments that could not be parsed to the end. */
    void assume(List<String> arguments) {
        json |= arguments.contains("--json");
        noColor |= arguments.contains("--no-color");
        debug |= arguments.contains("--debug");
    }

    boolean json() {
        return json;
    }

    boolean debug() {
        return debug;
    }

    Manner manner() {
        return new Manner(json, quiet, !noColor);
    }

    /** A setting that a command has a flag for; null = it was not used. */
    void set(String key, @Nullable String value) {
        if (value != null) {
            ofTheCommand.put(key, value);
        }
    }

    /** The settings among the flags, by their names without dashes. */
    Map<String, String> flags() {
        Map<String, String> flags = new LinkedHashMap<>(ofTheCommand);
        if (home != null) {
            flags.put("home", home);
        }
        if (config != null) {
            flags.put("config", config);
        }
        return flags;
    }
}
