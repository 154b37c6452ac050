package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.bootstrap.Settings;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.ports.failure.InvalidSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommonOptionsTest {
    @TempDir
    private Path folder;

    private CommandRun withoutHome() {
        return new CommandRun(folder, sources -> {
            throw new AssertionError("No settings may be read");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--version",
                "-V",
                "--help",
                "refine --help",
                "help",
                "help lineage",
                "completion bash",
                "completion fish"
            })
    void helpReadsNoSettings(String arguments) {
        Ending ending = withoutHome().run(arguments.split(" ", -1));

        assertThat(ending.code()).isZero();
        assertThat(ending.out()).isNotBlank();
        assertThat(ending.err()).isEmpty();
    }

    @Test
    void theVersionIsTheReleases() {
        assertThat(withoutHome().run("--version").out()).matches("pentimento \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\n");
    }

    @Test
    void helpListsEveryCommand() {
        assertThat(withoutHome().run("--help").out())
                .contains(
                        "refine",
                        "generate",
                        "import",
                        "jobs",
                        "watch",
                        "cancel",
                        "retry",
                        "work",
                        "cost",
                        "concepts",
                        "show",
                        "lineage",
                        "compare",
                        "providers",
                        "doctor",
                        "config",
                        "completion",
                        "help");
    }

    @Test
    void withoutACommandThereIsHelpAndAUsageError() {
        Ending ending = withoutHome().run();

        assertThat(ending.code()).isEqualTo(2);
        assertThat(ending.err()).contains("Usage: pentimento");
        assertThat(ending.out()).isEmpty();
    }

    @Test
    void mistypedCommandsAreSuggested() {
        Ending ending = withoutHome().run("linage");

        assertThat(ending.code()).isEqualTo(2);
        assertThat(ending.err())
                .isEqualTo(
                        "pentimento: There is no command 'linage'; did you mean lineage?\nTry 'pentimento --help'\n");
    }

    @Test
    void argumentsAreNeverReadFromFiles() {
        assertThat(withoutHome().run("@secrets").err()).startsWith("pentimento: There is no command '@secrets'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--home there --config mine.yml concepts",
                "concepts --home there --config mine.yml",
                "--home there concepts --config=mine.yml"
            })
    void homeAndConfigReachTheSettingsFromEitherSide(String arguments) {
        List<Settings.Sources> seen = new ArrayList<>();
        CommandRun run = new CommandRun(folder, sources -> {
            seen.add(sources);
            return new FakeHome();
        });

        run.with("PENTIMENTO_JOBS_WORKERS", "2").run(arguments.split(" ", -1));

        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).flags()).isEqualTo(Map.of("home", "there", "config", "mine.yml"));
        assertThat(seen.get(0).environment()).containsEntry("PENTIMENTO_JOBS_WORKERS", "2");
        assertThat(seen.get(0).workingDirectory()).isEqualTo(folder);
    }

    @Test
    void unusableSettingsAreAUsageErrorOnOneLine() {
        CommandRun run = new CommandRun(folder, sources -> {
            throw new InvalidSettings(List.of("a.yml:1: unknown key 'x'", "a.yml:2: unknown key 'y'"));
        });

        Ending ending = run.run("concepts");

        assertThat(ending.code()).isEqualTo(2);
        assertThat(ending.err()).isEqualTo("pentimento: a.yml:1: unknown key 'x'; a.yml:2: unknown key 'y'\n");
    }

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void everyFailureHasAnExitCodeOfTheTable(FailureCode code) {
        assertThat(ExitCodes.CODES).containsKey(code);
    }
}
