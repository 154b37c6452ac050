package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
    @TempDir
    private Path folder;

    private String script(String shell) {
        return new CommandRun(folder, new FakeHome()).run("completion", shell).out();
    }

    @Test
    void bashAndZshShareAScript() {
        assertThat(script("bash")).startsWith("#!/usr/bin/env bash").contains("refine", "'--strength'", "color_scheme");
        assertThat(script("zsh")).isEqualTo(script("bash"));
    }

    @Test
    void fishKnowsCommandsOptionsAndTheirWords() {
        assertThat(script("fish").lines())
                .contains(
                        "complete -c pentimento -n __fish_use_subcommand -f -a 'lineage' -d 'Shows how all versions of a concept came from each other.'",
                        "complete -c pentimento -n '__fish_seen_subcommand_from lineage' -l format -r -f -a 'tree json dot mermaid' -d 'tree, json, dot, mermaid; default: tree on a terminal, else json.'",
                        "complete -c pentimento -n '__fish_seen_subcommand_from compare' -s o -l output -r -d 'Write both and what changed side by side as a PNG.'",
                        "complete -c pentimento -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'");
    }

    @Test
    void otherShellsAreUsageErrors() {
        assertThat(new CommandRun(folder, new FakeHome())
                        .run("completion", "tcsh")
                        .code())
                .isEqualTo(2);
    }
}
