package dev.pentimento.app.cli.terminal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The same program in a process of its own: the same Java with the same options, class path, environment and working directory, without input and
 * output. It belongs to no terminal, so neither Ctrl-C nor the end of a session reaches it.
 */
final class DetachedProcess implements Background {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Path SHELL = Path.of("/bin/sh");
    private static final String DEAF_TO_THE_TERMINAL = "trap '' HUP INT QUIT; exec \"$@\"";

    private final Class<?> program;

    /** @param program has the method {@code main} */
    DetachedProcess(Class<?> program) {
        this.program = program;
    }

    @Override
    public void run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(detaching());
        command.add(java().toString());
        command.addAll(options());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start()
                .getOutputStream()
                .close();
    }

    /** Looked for here, because what detaches it would miss it in silence. */
    private static Path java() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        if (!Files.isExecutable(java) && !Files.isExecutable(Path.of(java + ".exe"))) {
            throw new IOException("there is no " + java);
        }
        return java;
    }

    private static List<String> detaching() {
        if (Files.isExecutable(SETSID)) {
            return List.of(SETSID.toString());
        }
        return Files.isExecutable(SHELL)
                ? List.of(SHELL.toString(), "-c", DEAF_TO_THE_TERMINAL, SHELL.toString())
                : List.of();
    }

    /** A debugger's address can be used by one process only. */
    private static List<String> options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agentlib:jdwp") && !option.startsWith("-Xrunjdwp"))
                .toList();
    }
}
