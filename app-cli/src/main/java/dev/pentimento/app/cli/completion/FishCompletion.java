package dev.pentimento.app.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A completion script for fish, from the model of the commands. */
public final class FishCompletion {
    private final String program;
    private final List<String> lines = new ArrayList<>();

    private FishCompletion(String program) {
        this.program = program;
    }

    public static String script(CommandSpec root) {
        FishCompletion completion = new FishCompletion(root.name());
        completion.lines.add("# fish completion for " + root.name());
        root.subcommands().forEach(completion::add);
        return String.join("\n", completion.lines);
    }

    private void add(String name, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        lines.add("complete -c %s -n __fish_use_subcommand -f -a %s -d %s"
                .formatted(
                        program,
                        quoted(name),
                        quoted(description(spec.usageMessage().description()))));
        String condition = quoted("__fish_seen_subcommand_from " + name);
        spec.options().stream().filter(option -> !option.hidden()).forEach(option -> add(option, condition));
        spec.positionalParameters().forEach(parameter -> add(parameter, condition));
    }

    private void add(OptionSpec option, String condition) {
        lines.add("complete -c %s -n %s%s%s -d %s"
                .formatted(
                        program,
                        condition,
                        names(option),
                        option.arity().max() == 0 ? "" : " -r" + values(option),
                        quoted(description(option.description()))));
    }

    private void add(PositionalParamSpec parameter, String condition) {
        String values = values(parameter);
        if (!values.isEmpty()) {
            lines.add("complete -c %s -n %s%s".formatted(program, condition, values));
        }
    }

    private static String names(OptionSpec option) {
        return List.of(option.names()).stream()
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
    }

    /** The words to choose from; none where a file or free text is expected. */
    private static String values(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        if (candidates == null) {
            return "";
        }
        return " -f -a "
                + quoted(StreamSupport.stream(candidates.spliterator(), false).collect(Collectors.joining(" ")));
    }

    private static String description(String... lines) {
        return lines.length == 0 ? "" : Ansi.OFF.string(lines[0]);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
